field-position = Должность
field-work_experience = Опыт работы
field-key_skills = Ключевые навыки
field-age = Возраст
field-city = Город
field-salary = Зарплата
field-client_name = Компания-заказчик

value-missing = —
value-text = { $text }
value-age = { $years ->
    [one] { $years } год
    [few] { $years } года
   *[many] { $years } лет
}
value-years = { $years ->
    [one] { $years } год
    [few] { $years } года
   *[many] { $years } лет
}
value-months = { $months ->
    [one] { $months } месяц
    [few] { $months } месяца
   *[many] { $months } месяцев
}
value-more = и ещё { $count }
value-more-jobs = … и ещё { $count ->
    [one] { $count } место работы
    [few] { $count } места работы
   *[many] { $count } мест работы
}
value-job = • { $period }: { $what }
value-job-undated = • { $what }
value-period = { $start } — { $end }
value-period-open = { $start } — сейчас

question-position = На какую должность претендует кандидат?
question-work_experience = Где и кем работал кандидат? Каждое место начните с дат, дальше должность и компания; чем занимался — на следующей строке. Новые места — сверху. Если опыта нет, так и напишите.
question-key_skills = Какие у кандидата ключевые навыки? Перечислите через запятую.
question-age = Сколько кандидату полных лет?
question-city = В каком городе живёт кандидат?
question-salary = Какую зарплату в месяц ожидает кандидат? Можно указать вилку и валюту.
question-client_name = В какую компанию рассматривают кандидата? Если заказчика ещё нет, пропустите вопрос.

example-position = Старший аналитик данных
example-work_experience =
    2021-03 - сейчас: Аналитик данных, ООО «Маяк»
    Строил витрины и отчёты о продажах
    2018-06 - 2021-02: Младший аналитик, ООО «Парус»
    Проверял и чистил данные
example-key_skills = SQL, Python, Tableau, A/B-тесты
example-age = 34
example-city = Барнаул
example-salary = от 200 000 ₽ на руки
example-client_name = Банк «Пример»

question-example =
    Например:
    <i>{ $example }</i>
question-now =
    <b>Сейчас:</b>
    { $value }
question-edit = ✏️ <b>{ $field }</b>

error-invalid-answer = ⚠️ { $reason ->
    [empty] Ответ пустой. Напишите его текстом.
    [too_long] Ответ слишком длинный. Оставьте главное.
    [not_a_number] Здесь нужно число цифрами.
    [out_of_range] Такое значение не подходит: возраст бывает от 14 до 100 лет, зарплата — больше нуля.
    [no_letters] Здесь нужны слова, а в ответе нет ни одной буквы.
    [no_jobs] Не нашёл в ответе ни одного места работы. Начните строку с дат, как в примере.
    [bad_dates] Не понял даты. Напишите их как 2021-03 или 03.2021, начало раньше конца.
    [no_such_date] Такой даты не бывает: проверьте месяц и число.
    [end_before_start] Конец работы стоит раньше её начала. Проверьте даты.
    [in_the_future] Эта дата ещё не наступила. Если работаете там сейчас, напишите «по настоящее время».
   *[other] Такой ответ не подходит. Посмотрите на пример.
}

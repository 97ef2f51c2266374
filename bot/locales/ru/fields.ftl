field-position = Должность
field-work_experience = Опыт работы
field-key_skills = Ключевые навыки
field-age = Возраст
field-city = Город
field-salary = Зарплата
field-client_name = Компания-заказчик

field-short-position = Должность
field-short-work_experience = Опыт
field-short-key_skills = Навыки
field-short-age = Возраст
field-short-city = Город
field-short-salary = Зарплата
field-short-client_name = Заказчик

value-missing = —
value-hidden = 🙈 скрыто
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

question-position = { $role ->
    [candidate] На какую должность вы претендуете?
   *[recruiter] На какую должность претендует кандидат?
}
question-work_experience = { $role ->
    [candidate] Где и кем вы работали? Каждое место начните с дат, дальше должность и компания; чем занимались — на следующей строке. Новые места — сверху. Если опыта нет, так и напишите.
   *[recruiter] Где и кем работал кандидат? Каждое место начните с дат, дальше должность и компания; чем занимался — на следующей строке. Новые места — сверху. Если опыта нет, так и напишите.
}
question-key_skills = { $role ->
    [candidate] Какие у вас ключевые навыки? Перечислите через запятую.
   *[recruiter] Какие у кандидата ключевые навыки? Перечислите через запятую.
}
question-age = { $role ->
    [candidate] Сколько вам полных лет?
   *[recruiter] Сколько кандидату полных лет?
}
question-city = { $role ->
    [candidate] В каком городе вы живёте?
   *[recruiter] В каком городе живёт кандидат?
}
question-salary = { $role ->
    [candidate] Какую зарплату в месяц вы хотите? Можно указать вилку и валюту, а если претендуете на грейд, то и его: «от 200 000 ₽, грейд Senior».
   *[recruiter] Какую зарплату в месяц ожидает кандидат? Можно указать вилку и валюту, а если он претендует на грейд, то и его: «от 200 000 ₽, грейд Senior».
}
question-client_name = { $role ->
    [candidate] В какую компанию вы хотите? Если собеседование будет у заказчика, назовите его.
   *[recruiter] В какую компанию рассматривают кандидата?
}
question-no-client = Если её пока нет, пропустите вопрос.

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
question-add = ➕ <b>{ $field }</b>: ещё одно место
question-hidden = 🙈 Слепой режим: то, что прочитано, скрыто от вас и от модели.
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

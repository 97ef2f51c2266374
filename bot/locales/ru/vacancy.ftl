vacancies-title = 💼 <b>Ваши вакансии</b>
vacancies-empty = Опишите вакансию один раз: компания, грейд, зарплата. Дальше я буду подставлять их в каждое новое резюме.
vacancies-chosen = Новые резюме идут на вакансию с отметкой ✓. Нажмите на вакансию, чтобы открыть её.
vacancies-idle = Вакансия не выбрана: новые резюме оцениваются как есть. Нажмите на вакансию, чтобы открыть и выбрать её.
vacancies-closed =
    🔒 <b>Закрытые вакансии</b>

    Новых резюме они не принимают. Нажмите на вакансию, чтобы посмотреть её или открыть снова.
vacancy-title = 💼 <b>{ $title }</b>
vacancy-field = <b>{ $field }</b>: { $value }
vacancy-field-title = Название
vacancy-field-client_name = Компания
vacancy-field-grade = Грейд
vacancy-field-salary = Зарплата
vacancy-scored = { $count ->
    [0] Оценок для неё ещё нет.
   *[other] Оценок для неё: { $count }.
}
vacancy-state-chosen = ✅ Новые резюме идут на эту вакансию.
vacancy-state-idle = Сейчас новые резюме идут не сюда.
vacancy-state-closed = 🔒 Вакансия закрыта: новых резюме не принимает.
vacancy-link = 🔗 Ссылка для вас (другим её не открыть): https://t.me/{ $username }?start=vacancy_{ $id }
vacancy-progress = 💼 <b>Новая вакансия</b> · вопрос { $number } из { $total }
vacancy-question-title =
    Как назвать вакансию? Название увидите только вы.

    Например: <i>Аналитик данных, Банк «Пример»</i>
vacancy-question-client_name =
    В какую компанию ищем человека? Она заменит компанию-заказчика в каждом резюме.

    Например: <i>Банк «Пример»</i>
vacancy-question-grade = На какой грейд претендуют кандидаты? Нажмите кнопку или напишите своими словами.
vacancy-question-salary =
    Какую зарплату в месяц предлагает вакансия? Она пойдёт в резюме, где кандидат своей не назвал.

    Например: <i>от 200 000 до 250 000 ₽ на руки</i>
vacancy-untitled = Вакансия от { $day }
vacancy-chosen = Новые резюме пойдут на эту вакансию
vacancy-none = Новые резюме — без вакансии
vacancy-closed = Вакансия закрыта
vacancy-reopened = Вакансия снова открыта
vacancy-too-many = У вас открыто { $limit } вакансий. Закройте те, что уже не нужны.
vacancy-close-question =
    Закрыть вакансию <b>{ $title }</b>?

    Новые резюме на неё больше не пойдут. Оценки останутся в истории.
recruiters-only = Это для рекрутеров. Если вы подбираете людей, смените роль в /settings. Ваши оценки — в /history

button-vacancy-new = ➕ Новая вакансия
button-vacancies-closed = 🔒 Закрытые ({ $closed })
button-vacancy-none = 🚫 Без вакансии
button-vacancy-choose = ✅ Выбрать эту вакансию
button-vacancy-drop = 🚫 Больше не подставлять
button-vacancy-history = 🗂 История вакансии ({ $scored })
button-vacancy-close = 🔒 Закрыть вакансию
button-vacancy-close-yes = 🔒 Да, закрыть
button-vacancy-reopen = 🔓 Открыть снова
button-vacancy-title = ✏️ Название
button-vacancy-client_name = ✏️ Компания
button-vacancy-grade = ✏️ Грейд
button-vacancy-salary = ✏️ Зарплата
command-vacancy = Вакансии

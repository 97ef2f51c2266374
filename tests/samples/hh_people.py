"""Made-up people for the hh.ru samples, in the wordings of 2020, 2024 and the English site."""

from tests.samples.hh_pdf import NBSP, HhJob, HhResume

HH_2020 = HhResume(
    producer="cairo 1.15.10 (http://cairographics.org)",
    footer="Резюме обновлено 14 сентября 2020 в 16:05",
    name="Журавлёв Тимофей",
    gender_line=f"Мужчина, 24{NBSP}года, родился 3 июня 1996",
    contacts=(
        f"+7{NBSP}(999){NBSP}0001122{NBSP}—{NBSP}предпочитаемый способ связи • звонить после 18",
        "t.zhuravlev@example.com",
        "Skype: tzhuravlev.example",
    ),
    residence=(
        "Проживает: Екатеринбург, м. Уралмаш",
        f"Гражданство: Россия,{NBSP}есть разрешение на работу: Россия, Казахстан",
        "Готов к переезду: Казань, Санкт-Петербург, Московская область, готов к редким "
        "командировкам",
    ),
    position_heading="Желаемая должность и зарплата",
    position="Инженер по тестированию / QA Engineer",
    specialisations=(
        "Информационные технологии, интернет, телеком",
        "• Тестирование",
        "• Программирование, Разработка",
    ),
    conditions=(
        "Занятость: полная занятость, частичная занятость",
        "График работы: полный день, удаленная работа",
        "Желательное время в пути до работы: не более часа",
    ),
    salary=(f"90{NBSP}000", "руб."),
    experience_heading="Опыт работы — 2 года 3 месяца",
    jobs=(
        HhJob(
            dates=(f"Август 2019{NBSP}—", "настоящее время", "1 год 2 месяца"),
            company="ООО «Полярная Сова», Центр цифровых сервисов",
            location=f"Екатеринбург,{NBSP}polar-owl.example/",
            industries=(
                "Информационные технологии, системная интеграция, интернет",
                "• Разработка программного обеспечения",
                "• Интернет-компания (поисковики, платежные системы, соц.сети, "
                "информационно-познавательные и развлекательные ресурсы, продвижение сайтов и "
                "прочее)",
            ),
            position="Инженер по тестированию",
            description=(
                "Функциональное и регрессионное тестирование веб-приложений и REST API.",
                "- пишу автотесты на Python (pytest, Selenium);",
                "- веду тест-кейсы в TestRail, завожу дефекты в Jira;",
                "- проверяю данные запросами SQL в PostgreSQL.",
            ),
        ),
        HhJob(
            dates=(f"Июль 2018{NBSP}—", "Июль 2019", "1 год 1 месяц"),
            company="ИП Кедров",
            position="Стажёр отдела качества",
            description=(
                "Ручное тестирование мобильного приложения, сценарии проверки, отчёты о дефектах.",
            ),
        ),
    ),
    education_heading="Образование",
    education_level="Высшее",
    education=(
        (
            "2018",
            "Уральский государственный университет приборов, Екатеринбург",
            "Радиотехнический, Информационная безопасность",
        ),
    ),
    courses_heading="Повышение квалификации, курсы",
    courses=(("2019", "Автоматизация тестирования", "Школа тестирования, QA Automation"),),
    skills_heading="Ключевые навыки",
    languages_label="Знание языков",
    languages=("Русский — Родной", "Английский — B1 — Средний"),
    skills_label="Навыки",
    skills=(
        "SQL",
        "Git",
        "REST API",
        "Python",
        "Selenium",
        "Функциональное тестирование",
        "Jira",
        "TestRail",
        "1С: Предприятие 8",
        "MVVM / MVP / MVI",
        "Английский язык",
    ),
    about=(
        "Люблю порядок в требованиях и понятные отчёты. Знаком с Docker и Jenkins.",
        "Учусь писать нагрузочные тесты.",
    ),
)

HH_2024 = HhResume(
    producer="cairo 1.16.0 (https://cairographics.org)",
    footer="Резюме обновлено 14 ноября 2024 в 10:21",
    name="Соколова-Заречная Маргарита Викторовна",
    gender_line=f"Женщина, 34{NBSP}года, родилась 12 мая 1990",
    contacts=(
        f"+7{NBSP}(999){NBSP}0002233",
        f"m.sokolova@example.com{NBSP}—{NBSP}предпочитаемый способ связи",
        "Telegram: @example_sokolova",
    ),
    residence=(
        "Проживает: Новосибирск, м. Речной вокзал",
        f"Гражданство: Россия,{NBSP}есть разрешение на работу: Россия",
        "Готова к переезду: Москва, Санкт-Петербург, готова к командировкам",
    ),
    position_heading="Желаемая должность и зарплата",
    position="Python-разработчик (Backend), ведущий инженер",
    specialisations=(
        "Специализации:",
        "—  Программист, разработчик",
        "—  Руководитель группы разработки",
    ),
    conditions=(
        "Занятость: полная занятость, проектная работа",
        "График работы: полный день, гибкий график, удаленная работа",
        "Желательное время в пути до работы: не имеет значения",
    ),
    salary=(f"250{NBSP}000", "₽"),
    experience_heading="Опыт работы — 9 лет 4 месяца",
    jobs=(
        HhJob(
            dates=(f"Март 2021{NBSP}—", "настоящее время", "3 года 9 месяцев"),
            company="АО «Северный Ветер»",
            location=f"Новосибирск,{NBSP}north-wind.example/",
            industries=(
                "Информационные технологии, системная интеграция, интернет",
                "• Разработка программного обеспечения",
                "Финансовый сектор",
                "• Банк",
            ),
            position="Ведущий Python-разработчик",
            description=(
                "Платёжная платформа: 12 сервисов, 400 запросов в секунду.",
                "• спроектировала и запустила сервис сверки платежей (FastAPI, PostgreSQL, Kafka);",
                "• сократила время ответа с 900 до 120 мс за счёт кеша в Redis и новых индексов;",
                "• провожу ревью кода, наставник двух младших разработчиков.",
                "Стек: Python 3.11, FastAPI, SQLAlchemy, PostgreSQL, Kafka, Redis, Docker, "
                "Kubernetes.",
            ),
        ),
        HhJob(
            dates=(f"Сентябрь 2018{NBSP}—", "Февраль 2021", "2 года 6 месяцев"),
            company="ООО «Лунный Маяк»",
            location=f"Томск,{NBSP}moon-light.example",
            industries=(
                "Розничная торговля",
                "• Розничная сеть (продуктовая)",
            ),
            position="Python-разработчик",
            description=(
                "Личный кабинет поставщика и обмен заказами с учётной системой.",
                "Перевела обмен с файлов на очереди RabbitMQ, покрыла сервисы тестами (pytest, "
                "покрытие 85 %).",
                "В 2019 - 2020 вела проект переноса данных из Oracle в PostgreSQL.",
            ),
            break_after_company=True,
        ),
        HhJob(
            dates=(f"Август 2015{NBSP}—", "Август 2018", "3 года 1 месяц"),
            company="Томское бюро автоматики",
            position="Инженер-программист",
            description=(
                "Сбор данных с датчиков, отчёты для диспетчеров, поддержка Django-приложения.",
            ),
        ),
    ),
    education_heading="Образование",
    education_level="Магистр",
    education=(
        ("2015", "Томский институт систем и сетей, Томск", "Прикладная информатика"),
        ("2013", "Томский институт систем и сетей, Томск", "Бизнес-информатика"),
    ),
    courses_heading="Повышение квалификации, курсы",
    courses=(
        ("2022", "Проектирование высоконагруженных систем", "Открытая школа, Архитектура"),
        ("2020", "Управление командой", "Институт развития, Менеджмент"),
    ),
    skills_heading="Навыки",
    languages_label="Знание языков",
    languages=(
        "Русский — Родной",
        "Английский — B2 — Средне-продвинутый",
        "Немецкий — A1 — Начальный",
    ),
    skills_label="Навыки",
    skills=(
        "Python",
        "FastAPI",
        "Django Framework",
        "PostgreSQL",
        "Apache Kafka",
        "Redis",
        "RabbitMQ",
        "Docker",
        "Kubernetes",
        "CI/CD",
        "REST API",
        "Linux",
        "SQLAlchemy",
        "Управление командой",
        "Код-ревью",
    ),
    driving=("Опыт вождения", "Имеется собственный автомобиль", "Права категории B"),
    about=(
        "Пишу понятный код и документацию. Веду внутренние семинары по Python.",
        "Опыт преподавания: 2 года.",
    ),
)

HH_EN = HhResume(
    producer="cairo 1.16.0 (https://cairographics.org)",
    footer="Resume updated 5 June 2023 at 09:40",
    name="Belov Artem",
    gender_line=f"Male, 28{NBSP}years, born on 17 January 1995",
    contacts=(f"+7{NBSP}(999){NBSP}0003344{NBSP}—{NBSP}preferred means of communication",),
    residence=(
        "Reside in: Kazan",
        f"Citizenship: Russia,{NBSP}work permit at: Russia, Serbia",
        "Ready to relocate: Belgrade, ready for business trips",
    ),
    position_heading="Desired position and salary",
    position="Data Engineer",
    specialisations=("Specializations:", "—  Data scientist", "—  Analyst"),
    conditions=(
        "Employment: full time, project work",
        "Work schedule: remote working, flexible schedule",
        "Desirable travel time to work: any",
    ),
    salary=(f"3{NBSP}500", "USD"),
    experience_heading="Work experience — 4 years 6 months",
    jobs=(
        HhJob(
            dates=(f"February 2021{NBSP}—", "till now", "2 years 5 months"),
            company="Volga Data Lab",
            location=f"Kazan,{NBSP}volga-data.example/",
            industries=("IT, System Integration, Internet", "• Software Development"),
            position="Data Engineer",
            description=(
                "Batch and streaming pipelines for retail analytics on Airflow, Spark and Kafka.",
                "- cut the nightly load from 6 hours to 50 minutes;",
                "- introduced data quality checks and lineage.",
            ),
        ),
        HhJob(
            dates=(f"January 2019{NBSP}—", "January 2021", "2 years 1 month"),
            company="Bright Pine LLC",
            location="Kazan",
            position="Junior Data Analyst",
            description=("Reports in SQL and Python, dashboards in Power BI and Metabase.",),
        ),
    ),
    education_heading="Education",
    education_level="Bachelor",
    education=(("2018", "Kazan Institute of Computing, Kazan", "Applied Mathematics"),),
    courses_heading="Professional development, courses",
    courses=(),
    skills_heading="Skills",
    languages_label="Languages",
    languages=("Russian — Native", "English — C1 — Advanced"),
    skills_label="Skills",
    skills=(
        "Python",
        "SQL",
        "Apache Airflow",
        "Apache Spark",
        "Kafka",
        "ClickHouse",
        "Power BI",
        "Data Modeling",
        "dbt",
    ),
    about_heading="Additional information",
    about_label="About me",
    about=("Open-source contributor, speaker at local meetups.",),
)

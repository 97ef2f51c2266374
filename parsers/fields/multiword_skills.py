"""Tags whose boundaries an extractor lost: known skills of several words are put together."""

import re
from typing import Final

_MULTIWORD: Final = frozenset(
    """аналитическое мышление|английский язык|анализ данных|работа в команде|управление проектами|
управление персоналом|деловая переписка|деловое общение|деловая коммуникация|
ведение переговоров|проведение презентаций|работа с большим объемом информации|
техническая поддержка|тайм менеджмент|управление временем|пользователь пк|ms excel|ms office|
ms word|ms powerpoint|ms sql|ms sql server|ms access|ms project|ms visio|ms outlook|ms dos|
microsoft office|microsoft excel|microsoft word|power bi|power point|power query|power pivot|
rest api|spring boot|spring framework|spring cloud|spring mvc|spring data|spring security|
visual studio|visual studio code|vs code|machine learning|deep learning|data science|
data mining|data analysis|data engineering|big data|computer vision|natural language processing|
google analytics|google sheets|google таблицы|google docs|adobe photoshop|adobe illustrator|
adobe premiere pro|adobe after effects|adobe indesign|adobe xd|corel draw|react native|vue js|
node js|next js|nest js|express js|react js|three js|asp net|asp net core|net core|
net framework|entity framework|entity framework core|windows forms|windows server|
active directory|bash script|shell script|unit testing|jetpack compose|android sdk|
android studio|kotlin coroutines|kotlin flow|clean architecture|google cloud|yandex cloud|
яндекс метрика|яндекс директ|google ads|gitlab ci|gitlab ci cd|github actions|ci cd|
apache kafka|apache spark|apache airflow|apache hadoop|apache maven|apache tomcat|oracle pl sql|
pl sql|t sql|transact sql|sql server|postgre sql|базы данных|проектирование баз данных|
разработка по|разработка тз|постановка задач|постановка задач разработчикам|
сбор и анализ информации|анализ требований|сбор требований|бизнес анализ|системный анализ|
бизнес процессы|моделирование бизнес процессов|оптимизация бизнес процессов|
описание бизнес процессов|анализ бизнес процессов|разработка технических заданий|
техническая документация|ведение документации|функциональное тестирование|ручное тестирование|
регрессионное тестирование|нагрузочное тестирование|автоматизированное тестирование|
автоматизация тестирования|тестирование по|тестирование пользовательского интерфейса|
мобильное тестирование|тест кейсы|тест кейс|тест дизайн|чек листы|баг репорты|test it|test rail|
настройка по|настройка пк|ремонт пк|сборка пк|администрирование сетей|
администрирование серверов linux|системное администрирование|настройка сетевых подключений|
локальные сети|сетевые технологии|информационные технологии|информационная безопасность|
работа с базами данных|работа с клиентами|работа с людьми|работа с документами|
работа с возражениями|активные продажи|холодные продажи|прямые продажи|b2b продажи|
телефонные переговоры|грамотная речь|грамотность|точность и внимательность к деталям|
внимательность к деталям|обучение персонала|подбор персонала|мотивация персонала|
организаторские навыки|коммуникативные навыки|навыки презентации|управление командой|
многозадачность|стратегическое планирование|финансовый анализ|управленческий учет|
бухгалтерский учет|налоговый учет|1с предприятие|1с предприятие 8|1с бухгалтерия|
1с программирование|1с erp|1с зуп|1с ут|1с документооборот|конфигурирование 1с|
математическая статистика|математический анализ|математическое моделирование|
теория вероятностей|линейная алгебра|статистический анализ|алгоритмы и структуры данных|
структуры данных|объектно ориентированное программирование|паттерны проектирования|
design patterns|рефакторинг кода|code review|ревью кода|чтение технической литературы|
чтение технической литературы на английском языке|микросервисная архитектура|
веб программирование|веб дизайн|web программирование|верстка сайтов|адаптивная верстка|
кроссбраузерная верстка|разработка мобильных приложений|мобильные приложения|
управление продуктом|product management|project management|продуктовая аналитика|a b testing|
a b тестирование|a b тесты|unit тестирование|юнит экономика|unit экономика|customer development|
gap анализ|swot анализ|agile project management|atlassian jira|atlassian confluence|
jira confluence|sublime text|intellij idea|pycharm|tcp ip|dhcp dns|objective c|
interface builder|core data|core animation|swift ui|combine framework|xcode|rx java|rxjava 2|
dagger 2|retrofit 2|unreal engine|unreal engine 4|unreal engine 5|game design|game programming|
pixel perfect|styled components|redux toolkit|redux saga|redux thunk|material ui|react hooks|
react router|tailwind css|mobile first|scikit learn|pandas numpy|jupyter notebook|api testing|
ms teams|slack api|telegram bot api|telegram api|vk api|use case|user story|user stories|
story mapping|activity diagram|sequence diagram
""".replace("\n", "").split("|")
)
_VERSION: Final = re.compile(r"\d[\d.x]*\+?|v\d[\d.]*")
_TOKEN: Final = re.compile(r"\S+")
_MAX_WORDS: Final = 9
_LINKING: Final = frozenset(
    [
        "и",
        "в",
        "с",
        "на",
        "по",
        "для",
        "из",
        "к",
        "с/х",
        "of",
        "and",
        "for",
        "in",
        "the",
        "to",
        "a",
        "an",
        "with",
        "не",
    ]
)
_ENOUGH_WORDS: Final = 4


def _key(words: list[str]) -> str:
    return " ".join(re.findall(r"[\w+#]+", " ".join(words).lower().replace("ё", "е")))


def split_by_known_skills(text: str) -> list[str]:
    """A long line without boundaries, cut at known skills; short or linked text stays whole.

    Latin words that follow each other are skills of their own unless the dictionary joins them;
    Russian words stay together until a capital letter starts the next tag.
    """
    words = _TOKEN.findall(text)
    if len(words) < _ENOUGH_WORDS and _key(words) not in _MULTIWORD and not _several_latin(words):
        return [text]
    tags: list[list[str]] = []
    index = 0
    open_phrase = False
    while index < len(words):
        taken = _known_length(words, index)
        chunk = words[index : index + taken]
        is_version = bool(tags) and bool(_VERSION.fullmatch(chunk[0])) and taken == 1
        joins = is_version or (open_phrase and taken == 1 and _continues(tags[-1], chunk[0]))
        if joins:
            tags[-1] += chunk
        else:
            tags.append(chunk)
        open_phrase = taken == 1
        index += taken
    return [" ".join(tag) for tag in tags]


def _several_latin(words: list[str]) -> bool:
    return len(words) >= 3 and all(word[0].isascii() and word[0].isupper() for word in words)


def _known_length(words: list[str], index: int) -> int:
    for count in range(min(_MAX_WORDS, len(words) - index), 1, -1):
        if _key(words[index : index + count]) in _MULTIWORD:
            return count
    return 1


def _continues(tag: list[str], word: str) -> bool:
    """Does a word belong to the phrase before it?"""
    if word.lower() in _LINKING or tag[-1].lower() in _LINKING or word in ("/", "&", "-", "—"):
        return True
    if tag[-1] in ("/", "&", "-", "—") or tag[-1].endswith((":", "/")):
        return True
    if word[0].isdigit():
        return True
    return word[0].islower() and not word[0].isascii()

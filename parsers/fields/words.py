"""Words that tell a job title from a company, a place or a sentence."""

import re
from functools import lru_cache
from typing import Final

_ROLE_STEMS: Final = (
    "разработчик|программист|инженер|аналитик|тестировщик|архитектор|администратор|дизайнер|"
    "верстальщик|"
    "менеджер|руководител|директор|начальник|специалист|консультант|бухгалтер|экономист|юрист|"
    "юрисконсульт|"
    "ассистент|помощник|секретар|оператор|преподавател|учител|воспитател|врач|медсестр|"
    "медицинская сестра|"
    "фармацевт|провизор|стажер|практикант|интерн(?!ет)|лаборант|научный сотрудник|"
    "сотрудник|исследовател|"
    "водител(?!ьск)|авто(?:механик|слесар|электрик|маляр)|представител(?!ьск)|продав(?:ец|ц)|кассир|кладовщик|грузчик|курьер|официант|бармен|бариста|повар|"
    "кондитер|администр|"
    "мерчендайзер|маркетолог|копирайтер|редактор|журналист|корректор|переводчик|контент|таргетолог|"
    "рекрутер|логист|диспетчер|механик|электрик|электромонтер|монтажник|слесарь|сварщик|токарь|"
    "мастер|"
    "техник|технолог|конструктор|проектировщик|сметчик|прораб|геодезист|геолог|метролог|"
    "охранник|инспектор|контролер|ревизор|аудитор|риелтор|агент(?!ств)|брокер|трейдер|казначей|"
    "тимлид|техлид|team ?lead|tech ?lead|скрам|scrum|девопс|devops|фрилансер|тьютор|репетитор|"
    "тренер|"
    "координатор|куратор|модератор|супервайзер|заместител|зам\\.|глав(?:а|ный|ная)|ведущ(?:ий|"
    "ая)|старш(?:ий|ая)|"
    "младш(?:ий|ая)|эксперт|основател|соосновател|предпринимател|партнер|председател|президент|"
    "психолог|социолог|методист|библиотекар|доцент|профессор(?!ск)|лектор(?!ий)|завуч|декан(?!ат)|ректор(?!ат)|педагог(?!ич)|логопед|дефектолог|сиделк|нян[яи]|горничн|санитар|фельдшер|акушер|стрелок|пекарь|швея|пилорамщик|станочник|крановщик|стропальщик|художник|фотограф|видеограф|монтажер|аниматор|моделлер|"
    "сметчик|закупщик|товаровед|оценщик|делопроизводител|архивариус|тестировани|сисадмин|"
    "эникейщик|верстальщ|"
    "промоутер|промоутор|хостес|мойщик|уборщ|разнорабоч|рабоч(?:ий|ая)|вожат|командир(?!ов)|офицер|"
    "стажёр|"
    "leader|developer|engineer|programmer|analyst|tester|architect|administrator|designer|manager|"
    "director|head of|"
    "lead|specialist|consultant|accountant|economist|lawyer|attorney|assistant|associate|"
    "secretary|operator|"
    "teacher|lecturer|professor|tutor|instructor|doctor|physician|nurse|pharmacist|intern|"
    "trainee|researcher|"
    "scientist|driver|cashier|clerk|salesperson|sales representative|representative|officer|"
    "executive|"
    "supervisor|coordinator|recruiter|marketer|copywriter|editor|writer|journalist|translator|"
    "founder|"
    "co-?founder|owner|partner|president|chairman|chief|cto|ceo|cfo|coo|vp|vice president|"
    "principal|"
    "freelancer?|contractor(?!s)|technician|mechanic|electrician|chef|cook|waiter|waitress|"
    "bartender|barista|"
    "server|host|hostess|volunteer|fellow|mentor|coach|trainer|advisor|adviser|agent|broker|"
    "trader|teller|"
    "auditor|controller|planner|buyer|strategist|producer|artist|photographer|generalist|expert|"
    "full[- ]?stack|front[- ]?end|back[- ]?end|data science|qa|sdet|dba|sre|product owner|pm|"
    "librarian|paralegal|bookkeeper|receptionist|caregiver|cleaner|guard|foreman|estimator|"
    "surveyor|inspector|apprentice|aide|therapist|counselor|psychologist|dentist|student|crew "
    "member|"
    "team member|member of technical staff|handler|helper|stocker|merchandiser|custodian|"
    "сторож|вахтер|дворник|укладчик|упаковщик|фасовщик|комплектовщик|сборщик|наладчик|фрезеровщик|"
    "маляр|штукатур|плотник|каменщик|бетонщик|отделочник|машинист|тракторист|комбайнер|агроном|"
    "ветеринар|зоотехник|матрос|боцман|капитан|моторист|бортпроводник|массажист|парикмахер|"
    "косметолог|визажист|стилист|флорист|портной|закройщик|актер|режиссер|звукорежиссер|музыкант|"
    "концертмейстер|хореограф|пожарн(?:ый|ая)$|спасатель|следователь|прокурор|судья|нотариус|"
    "адвокат(?!ск)|полицейский|оперуполномоч|кинолог|работник|рентгенолаборант|дефектоскопист|"
    "(?:су-?)?шеф(?!ств)|заведующ|кадровик|столяр|кровельщик|формовщик|литейщик|шлифовщик|"
    "экскурсовод|бригадир|управляющ(?:ий|ая)|ученик(?=\\s)|"
    "сценарист|продюсер|сомелье|пиццамейкер|кальянщик|обвальщик|реставратор|ювелир|коуч|астролог|"
    "хирург(?!ич)|стоматолог(?!и)|терапевт(?!ич)|педиатр(?!и)|эколог(?!и)|биолог(?!и)|химик(?!ов)|"
    "физик(?!а)|энергетик(?!а)|теплотехник|сантехник|"
    "\\w+ologist|\\w+ographer|\\w+ician|\\w+onomist|chemist(?!ry)|physicist|interpreter|sommelier|barber|"
    "dietitian|hygienist|pilot|sailor|deckhand|rigger|bricklayer|labou?rer|tailor|seamstress|"
    "operative|entrepreneur|banker|linguist|planner|organi[sz]er|ranger|groomer|"
    "picker|packer|welder|plumber|carpenter|painter|roofer|flight attendant|hairdresser|stylist|"
    "florist|gardener|veterinarian|firefighter|detective|solicitor|barrister|musician|housekeeper|"
    "janitor|nanny|babysitter|butcher|dispatcher|courier|machinist|fitter|installer|locksmith|"
    "optician|radiographer|sonographer|midwife|paramedic|postdoc|lifeguard|concierge|animator|"
    "illustrator|curator|archivist|actuary|underwriter|adjuster|examiner|appraiser|realtor|"
    "superintendent|forester|arborist|farmer|rancher|dishwasher|registrar|surgeon|porter|"
    "warehouse (?:worker|operative)|roles?$|internship$"
)
ROLE: Final = re.compile(rf"(?<![\w@])(?:{_ROLE_STEMS})(?:(?<=[а-яё.])|(?![a-z]))", re.IGNORECASE)
"""English words are whole: `Internet` and `Hosting` are no interns and hosts."""
_GRADE: Final = re.compile(
    r"(?<!\w)(?:junior|middle|senior|lead|trainee|intern|strong|jun|младший|старший|ведущий|"
    r"главный|"
    r"джун(?:иор)?|мидл|сеньор|python|java|c\+\+|c#|php|\.net|1с|1c|ios|android|react|frontend|"
    r"backend|"
    r"data|ml|ai|qa|devops|web|go|golang|javascript|js|unity|ui/ux|ux/ui)(?!\w)",
    re.IGNORECASE,
)
COMPANY: Final = re.compile(
    r"(?<![\w])(?:ооо|оао|зао|пао|ао|нао|ип|гк|фгуп|фгбоу|фгбу|фгаоу|гбоу|мбоу|гбу|мбу|гуп|муп|"
    r"нии|нпо|нпп|тоо|чп|кгу|сзао|тд|"
    r"банк|завод|фабрика|компания|корпорация|холдинг|группа компаний|студия|агентство|магазин|сеть|"
    r"министерство|администрация|университет|институт|академия|школа|лицей|гимназия|колледж|"
    r"больница|"
    r"поликлиника|клиника|центр|фонд|лаборатория|бюро|комбинат|предприятие|организация|"
    r"ресторан|кафе|отель|в/ч|войсковая часть|гостиница|санаторий|театр|музей|детский сад|сад|"
    r"типография|птицефабрика|департамент|автосервис|автосалон|сервис|салон|трест|"
    r"llc|ltd|limited|inc|corp|corporation|gmbh|company|co|group|plc|pvt|llp|s\.a|ag|bank|"
    r"university|"
    r"college|institute|school|hospital|clinic|agency|studio|studios|labs?|technologies|"
    r"solutions|systems|software|"
    r"services|consulting|partners|foundation|ventures|industries|holdings|associates|"
    r"enterprises|networks)(?![\w])",
    re.IGNORECASE,
)
LEGAL_FORM: Final = re.compile(
    r"(?<!\w)(?:ооо|оао|зао|пао|ао|нао|ип|гк|фгуп|фгбоу|фгбу|фгаоу|гбоу|мбоу|тоо|llc|ltd|inc|"
    r"corp|gmbh|plc|pvt|llp|jsc|ojsc|cjsc)(?!\w)",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"[«\"“„'].{2,60}[»\"”“']")
_QUOTED_NAME = re.compile(r"«[^»]*»|\"[^\"]*\"|“[^”]*”")
EDUCATION: Final = re.compile(
    r"(?<!\w)(?:университет|институт|академи[яи]|факультет|бакалавр|магистр|магистратура|"
    r"бакалавриат|специалитет|"
    r"аспирант|кафедра|диплом|колледж|техникум|училище|лицей|гимназия|школа|степень|специальность|"
    r"university|college|institute|school|bachelor|master'?s?|b\.?\s?sc|m\.?\s?sc|b\.?a\.?|mba|"
    r"ph\.?d|b\.?tech|m\.?tech|"
    r"b\.e\.?|degree|diploma|gpa|faculty|coursework|high school|major|minor)(?!\w)",
    re.IGNORECASE,
)
_VERB: Final = re.compile(
    r"^(?:разрабатывал|разработал|разработка|участ[ивм](?!н)|создал|создание|внедр|выполн|занима|провод|"
    r"провел|вел|вёл|работал|организ|управл(?!яющ)|"
    r"обеспеч|поддерж|настро|настройка|подготов|осущест|анализ(?!тик)|руководство|координац|"
    r"оптимиз|автоматиз|написа|реализ|проект(?:ирование|ировал)|"
    r"developed|designed|created|built|managed|led\b|implemented|worked|responsible|performed|"
    r"conducted|assisted|"
    r"provided|maintained|collaborated|improved|increased|reduced|wrote|delivered|ensured|"
    r"prepared|coordinated|"
    r"analyzed|supported|achieved|used\b|using\b|helped|trained|participated|involved|"
    r"automated|integrated|"
    r"established|organized|supervised|handled|monitored|tested|launched|working(?!\s+student)|developing|"
    r"i\s|we\s|my\s)",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"(?!certified|classified|licensed|registered|retired|qualified|chartered|limited|united|advanced|applied|"
    r"unified|distributed|connected|allied|associated|embedded|accredited|skilled|"
    r"experienced|self)[a-z]{3,}ed(?:\s+(?!(?:llc|inc|ltd)\b)[\w$]|,\s)"
    r"|[а-яё]{3,}(?:овал|ывал|ивал|евал)[аи]?(?:с[ья])?(?!\w)|[а-яё]{4,}(?:лся|лась|лись)(?!\w)"
    r"|(?!портал|персонал)(?:с|за|на|по|про|вы|от|об|при|пере|до|рас|раз|под)[а-яё]{2,}"
    r"(?:ил|ела?|яла?|ила|ала|ёл|вёл)(?=\s)",
    re.IGNORECASE,
)
"""A line that begins with a verb in the past tells of work; it names nobody."""
_TRADE_IN_CAPITALS: Final = re.compile(
    r"(?:[A-Z][\w/-]+ ){1,4}[A-Z][a-z]*(?:er|or|ist|ant|ent|ic|ian|man)(?=\s*(?:$|[,|(–—@]))"
)
"""`Wheeled Vehicle Mechanic`: a title whose first word only looks like a verb."""
_DEED: Final = re.compile(
    r"(?!учреждени|объединени|отделени|управлени|поселени|издани|здани|мгновени|движени|"
    r"образовани|собрани|поручени|представлени|подразделени|создани)"
    r"[а-яё]{4,}(?:ание|ение)\s+[а-яёa-z]",
    re.IGNORECASE,
)
"""`Сопровождение процедуры ...`: a duty as a noun."""
_MAX_TITLE_WORDS: Final = 12


@lru_cache(maxsize=4096)
def role_strength(text: str) -> int:
    """0 none, 1 a word of the trade, 2 a role word: how much a text reads as a job title."""
    if len(text.split()) > _MAX_TITLE_WORDS or len(text) > 110 or text.endswith((".", ";")):
        return 0
    if tells_a_duty(text) or LEGAL_FORM.match(text):
        return 0
    text = _QUOTED_NAME.sub("", text).replace("ё", "е")
    if ROLE.search(text):
        return 2
    return 1 if _GRADE.search(text) and len(text.split()) <= 5 else 0


@lru_cache(maxsize=4096)
def company_strength(text: str) -> int:
    """0 none, 1 a word that companies bear, 2 a legal form or quotes."""
    if len(text) > 120:
        return 0
    if LEGAL_FORM.search(text) or _QUOTED.search(text):
        return 2
    return 1 if COMPANY.search(text) else 0


def tells_a_duty(text: str) -> bool:
    """Does a line begin as people begin their duties: `Разработал`, `Managed`, `Ведение`?"""
    if _VERB.match(text) or _DEED.match(text):
        return True
    return bool(_PAST.match(text)) and not _TRADE_IN_CAPITALS.match(text)


def is_sentence(text: str) -> bool:
    """Prose rather than a name: too long, or starts as a duty does."""
    return len(text.split()) > 14 or len(text) > 120 or tells_a_duty(text) or text.endswith(";")

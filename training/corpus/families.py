"""Which trade a job title belongs to, and how near two trades are."""

import re
from typing import Final

_GROUPS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "software": (
        ("onec", r"\b1[сc]\b"),
        ("mobile", r"android|\bios\b|flutter|мобильн|mobile"),
        ("frontend", r"front|фронт|react|\bvue|angular|верстальщик|web designing"),
        ("java", r"\bjava\b|kotlin|scala|\bj2ee\b"),
        ("python", r"python|django"),
        ("php", r"\bphp\b|bitrix|битрикс|laravel"),
        ("cpp", r"c\+\+|embedded|встраив|микроконтрол|\bqt\b"),
        ("dotnet", r"c#|\.net\b|dotnet|asp\.net"),
        ("golang", r"\bgo\b|golang"),
        ("node", r"node|javascript|\bjs\b|full.?stack|фулл?стек"),
    ),
    "testing": (("qa", r"тестиров|\bqa\b|quality assurance|автотест|\bsdet\b|test(er|ing)\b"),),
    "data": (
        ("science", r"data scien|machine learning|\bml\b|\bnlp\b|deep learning|машинн|\bai\b"),
        ("data_engineering", r"data engineer|инженер данных|\betl\b|\bdwh\b|hadoop|big data"),
        ("data_analysis", r"аналитик данных|data analy|\bbi\b|продуктовый аналит|дата-аналит"),
        ("database", r"\bdba\b|баз данных|database|oracle|sql"),
    ),
    "analysis": (
        ("system_analysis", r"систем\w+ аналитик|systems? analyst"),
        ("business_analysis", r"бизнес.?аналитик|business analyst|\bsap\b"),
        ("analysis", r"аналитик|analyst"),
    ),
    "infrastructure": (
        ("devops", r"dev.?ops|\bsre\b|site reliab|kubernetes|cloud"),
        ("security", r"информационной безопас|\bиб\b|cyber|security|\bsoc\b|пентест"),
        ("support", r"поддержк|support|help.?desk|service desk|эникей"),
        (
            "administration",
            r"сис.*администратор|сисадмин|администратор (се|linux|win)|network|сетев"
            r"|information technology|\bit\b|связи|телеком",
        ),
    ),
    "software_general": (
        (
            "software",
            r"программист|разработчик|developer|software|backend|бэк|архитектор|blockchain",
        ),
    ),
    "management": (
        ("project", r"project|руководител\w+ проект|менеджер проект|scrum|delivery|\bpmo\b"),
        ("product", r"product|продакт|продукт"),
    ),
    "creative": (
        ("design", r"дизайн|design|\bux\b|\bui\b|художник|arts?\b|apparel"),
        (
            "marketing",
            r"маркет|\bsmm\b|\bseo\b|контент|реклам|marketing|\bpr\b|public|media|редактор",
        ),
    ),
    "business": (
        ("sales", r"продаж|sales|по работе с клиент|торгов|продав|business development|\bbpo\b"),
        ("finance", r"бухгалт|финанс|эконом|account|financ|audit|аудит|банк|bank|кредит"),
        ("hr", r"\bhr\b|рекрут|персонал|кадр|recruit|human resource"),
        ("law", r"юрист|юрис|legal|law|advocate|attorney"),
        (
            "office",
            r"секретар|офис|ассистент|помощник|assistant|делопроизвод|администратор|secretary",
        ),
        ("consulting", r"консультант|consult"),
        ("operations", r"operations|начальник|директор|руководитель|manager|менеджер|director"),
    ),
    "industry": (
        (
            "engineering",
            r"инженер|engineer|конструктор|технолог|энергет|электр|проектиров|mechanic",
        ),
        ("logistics", r"логист|закуп|склад|кладов|водител|курьер|driver|warehouse|automobile"),
        (
            "works",
            r"слесар|монтаж|оператор|рабоч|мастер|сварщик|construct|technician|operator|agric",
        ),
    ),
    "people": (
        ("health", r"врач|медсестр|медицин|health|nurse|фармац|провизор|fitness"),
        ("teaching", r"учител|преподав|teacher|методист|воспитат|instructor|tutor"),
        ("food", r"повар|chef|cook|официант|бариста"),
        ("aviation", r"aviation|flight|pilot|aircraft"),
    ),
}

FAMILIES: Final = (*(name for group in _GROUPS.values() for name, _ in group), "other")
IT_GROUPS: Final = frozenset(
    {"software", "software_general", "testing", "data", "analysis", "infrastructure"}
)
_GROUP_OF: Final = {name: group for group, rules in _GROUPS.items() for name, _ in rules}
_RULES: Final = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for rules in _GROUPS.values()
    for name, pattern in rules
)
_GRADE_WORDS: Final = re.compile(
    r"\b(?:junior|middle|senior|lead(?:ing)?|principal|team.?lead|tech.?lead|intern(?:ship)?|trainee"
    r"|chief|head of|стаж[её]р|младш\w+|старш\w+|ведущ\w+|главн\w+|тим.?лид|тех.?лид|джун\w*"
    r"|ми[дд]+л\w*|сень?[ьй]?ор\w*|начинающ\w+|jr|sr|руководитель группы|начальник отдела)\b"
    r"[+./]?",
    re.IGNORECASE,
)


def family_of(title: str) -> str:
    """The first trade whose words the title has, or "other"."""
    return next((name for name, rule in _RULES if rule.search(title)), "other")


def is_it_family(family: str) -> bool:
    return _GROUP_OF.get(family) in IT_GROUPS


def relevance(job_family: str, wanted_family: str) -> float:
    """How much of a year in one trade counts for another: 1 same, 0.6 near, 0.25 both IT, 0."""
    if job_family == wanted_family:
        return 0.0 if wanted_family == "other" else 1.0
    job, wanted = _GROUP_OF.get(job_family), _GROUP_OF.get(wanted_family)
    if job is None or wanted is None:
        return 0.0
    if job == wanted or {job, wanted} == {"software", "software_general"}:
        return 0.6
    return 0.25 if job in IT_GROUPS and wanted in IT_GROUPS else 0.0


def without_grade_words(title: str) -> str:
    """The title without junior, ведущий and the like; empty brackets and edges tidied."""
    bare = re.sub(r"\(\s*\)", " ", _GRADE_WORDS.sub(" ", title))
    tidy = re.sub(r"\s+", " ", bare).strip(" -–—/,.|+")
    return tidy if "(" in tidy else tidy.strip(")")


def level_in_title(title: str) -> int | None:
    """0 junior, 2 senior, 3 lead, 1 where the title says middle; None where it says nothing."""
    for level, rule in _LEVEL_RULES:
        if rule.search(title):
            return level
    return None


_LEVEL_RULES: Final = tuple(
    (level, re.compile(pattern, re.IGNORECASE))
    for level, pattern in (
        (
            0,
            r"\bjunior|\bjr\b|intern\b|internship|trainee|стаж[её]р|младш|\bджун|начинающ|помощник",
        ),
        (
            3,
            r"\blead|principal|\bchief|head of|director|\bvp\b"
            r"|руководител|начальник|тим.?лид|главн",
        ),
        (2, r"senior|\bsr\b|старш|ведущ|сень|architect|архитектор"),
        (1, r"middle|ми[дд]+л"),
    )
)

"""The dictionary of section headings in Russian and English.

A strong heading opens its section wherever it stands alone on a line. A weak one is a word
that also occurs inside jobs (`Достижения:`, `Projects`): it needs the looks of the others.
"""

import re
from dataclasses import dataclass
from typing import Final

from parsers.layouts.normalise import words_key
from parsers.layouts.section import SectionName

_STRONG: Final[dict[SectionName, str]] = {
    SectionName.POSITION: (
        r"желаем(?:ая|ые) (?:должность|позиция|вакансия)(?: и (?:зарплата|заработная плата|доход|"
        r"уровень дохода))?|должность и зарплата|desired (?:position|job)(?: and salary)?|"
        r"цель(?: резюме| поиска работы| поиска)?|карьерная цель|job objective|career "
        r"objective|objective|"
        r"цель соискания|соискание должности|соискание на должность|"
        r"(?:желаем|ожидаем)(?:ый|ая) (?:уровень )?(?:доход(?:а)?|зарплат[аы]|заработная плата|"
        r"заработной платы)|зарплатные ожидания|ожидания по (?:зарплате|доходу)"
    ),
    SectionName.EXPERIENCE: (
        r"(?:мой |последний |основной )?(?:опыт|стаж)(?: работы| трудовой деятельности|"
        r" профессиональной деятельности|"
        r" и места работы| работы и практика| работы и стажировки| работы и достижения)?|"
        r"трудов(?:ая деятельность|ой опыт|ой стаж|ой путь)|профессиональн(?:ый опыт|ая "
        r"деятельность|"
        r"ый путь|ый опыт работы)|карьера|работа|места? работы|предыдущие места работы|"
        r"(?:где )?(?:я )?работал[аи]?|опыт преподавани[яе]|"
        r"опыт (?:преподавательской|педагогической|"
        r"врачебной|клинической) (?:работы|деятельности)|педагогический опыт|места службы|"
        r"(?:academic |professional |research )?appointments|academic positions|"
        r"(?:clinical|teaching|research|medical|nursing|freelance|management) "
        r"(?:experience|practice)|кем (?:и где )?работал[аи]?|(?:прежние|прошлые) места работы|"
        r"(?:последнее|предыдущее) место работы|"
        r"опыт коммерческой (?:разработки|работы)|коммерческий опыт(?: работы)?|практический опыт|"
        r"стажировки и опыт работы|опыт в it|карьерный путь|"
        r"(?:my |professional |work(?:ing)? |relevant |job |industry |career |employment |"
        r"prior |other |additional |it |technical |related |selected )*(?:experience|experiences)"
        r"(?: history| summary| details| and internships)?|(?:employment|work|career|job) "
        r"(?:history|"
        r"experience|record|background)s?|employment|professional (?:background|history|career)|"
        r"work|internships?|career|work and (?:research )?experience|organi[sz]ational experience|"
        r"experience (?:and|&) (?:projects|employment)|employment details|positions held|"
        r"career (?:history|summary and experience)|accomplishments and experience"
    ),
    SectionName.EDUCATION: (
        r"(?:основное |высшее |мое |базовое |дополнительное )?образование(?: и (?:курсы|"
        r"квалификация|обучение|"
        r"повышение квалификации))?|учеба|обучение|уровень образования|"
        r"образование (?:неоконченное |не полное )?(?:высшее|среднее|профессиональное)"
        r"(?: специальное| профессиональное| техническое)?|"
        r"где (?:я )?учил(?:ся|ась)|"
        r"education(?:al)?(?: background| qualifications?| details| history|al qualifications?)?|"
        r"academics?(?: background| qualifications?| details| profile| history| credentials)?|"
        r"education (?:and|&) (?:training|certifications?|qualifications?|courses|credentials|"
        r"skills|"
        r"honors|awards)|qualifications?|scholastics|training and education|education and "
        r"professional "
        r"(?:training|development)"
    ),
    SectionName.COURSES: (
        r"повышение квалификации(?: курсы| и курсы)?|курсы(?: и (?:тренинги|сертификаты|"
        r"повышение квалификации))?|(?:пройденные |дополнительные )курсы|"
        r"тесты(?:,? экзамены)?|тесты и экзамены|"
        r"(?:электронные )?сертификаты(?: и (?:курсы|лицензии|награды))?|"
        r"дополнительное (?:образование|обучение)|курсы повышения квалификации|"
        r"professional development(?: courses)?|tests(?: examinations)?|electronic certificates|"
        r"certifications?(?: and (?:licenses|training|courses))?|certificates?(?: and courses)?|"
        r"certifications? licenses|licenses?(?: and certifications?)?|courses?(?: and "
        r"certifications?| and training)?|"
        r"(?:professional )?trainings?(?: and (?:certifications?|courses))?|coursework|"
        r"online courses|certifications licenses|relevant coursework"
    ),
    SectionName.SKILLS: (
        r"(?:мои |ключевые |основные |профессиональные |технические |компьютерные |специальные "
        r"|дополнительные |"
        r"практические |hard |tech |it )*(?:навыки|умения|компетенции|знания|скиллы|скилы)(?: "
        r"и (?:умения|знания|"
        r"навыки|интересы|инструменты|технологии|компетенции|качества|способности))?|"
        r"стек(?: технологий)?|технологический стек|технологии(?: и инструменты)?|"
        r"языки и технологии|инструменты(?: и технологии)?|знания и (?:навыки|умения)|"
        r"языки программирования(?: и технологии)?|профессиональные (?:компетенции|качества и "
        r"навыки)|"
        r"(?:владение|знание) (?:пк|компьютера|компьютером)|навыки работы (?:с компьютером|на "
        r"компьютере)|"
        r"(?:key |core |my |top |hard |soft |technical |professional |computer |it |relevant |"
        r"main |"
        r"other |additional |special |digital |it and |specific |personal |programming |"
        r"software |tech |areas? of |primary |"
        r"key technical )*(?:skills?|competenc(?:e|ies|y)|proficienc(?:y|ies)|expertise|strengths)"
        r"(?: set| summary| highlights| and (?:tools|technologies|abilities|interests|"
        r"competenc(?:e|ies|y)|expertise|qualifications|knowledge|certifications?|other|tools "
        r"and technologies))?|"
        r"skillset|tech stack|technologies|technical (?:knowledge|summary|background|stack|tools)|"
        r"проф навыки|программы|программное обеспечение|компьютерные программы|software|"
        r"(?:я )?владею|умею|что (?:я )?умею|знаю и умею|"
        r"уровни владения навыками|skill proficiency levels|"
        r"hard skills|soft skills|programming languages(?: and (?:tools|technologies))?|"
        r"skills? technologies|tools(?: and technologies)?|technology stack|it proficiency"
    ),
    SectionName.LANGUAGES: (
        r"(?:владение |знание |иностранные )(?:иностранных |иностранными )?язык(?:и|ов|ами)|"
        r"иностранные языки|языки|языковые навыки|(?:foreign |spoken )?languages?(?: skills| "
        r"known| proficiency| spoken)?|"
        r"linguistic proficiency"
    ),
    SectionName.ABOUT: (
        r"о себе|обо мне|о кандидате|немного о себе|коротко о себе|кратко о себе|"
        r"дополнительная информация|"
        r"дополнительные сведения|дополнительно|прочее|"
        r"личные качества|личностные качества|профиль|резюме кандидата|"
        r"(?:professional |career |executive |personal |profile |candidate )*(?:summary|profile)"
        r"(?: of qualifications)?|about(?: me)?|summary of (?:qualifications|experience|skills)|"
        r"additional information|personal (?:statement|qualities|profile|summary)|"
        r"professional (?:overview|synopsis|statement)|career (?:overview|summary|highlights|"
        r"profile)|highlights|"
        r"highlights of qualifications|qualifications summary|executive profile|overview"
    ),
    SectionName.PERSONAL: (
        r"контакты|контактн(?:ая информация|ые данные|ые сведения)|личн(?:ая информация|ые "
        r"данные|ые сведения)|"
        r"персональные данные|персональная информация|общие сведения|общая информация|основная "
        r"информация|"
        r"гражданство(?:,? время в пути до работы)?|"
        r"contacts?(?: me)?|contact (?:information|info|details)|personal (?:information|"
        r"details|data|info)|"
        r"personal particulars|general information"
    ),
    SectionName.PROJECTS: (
        r"(?:мои |учебные |личные |пет |реализованные |ключевые |основные |собственные |"
        r"командные |дипломные )*"
        r"проекты|pet проекты|pet projects|портфолио|participation in projects|участие в проектах|"
        r"(?:personal |academic |key |selected |notable |major |side |technical |relevant |course |"
        r"independent |freelance |open source |other |university |research )*projects?(?: "
        r"undertaken| handled|"
        r" experience| details| work)?|portfolio|open source(?: contributions?)?|projects and "
        r"(?:research|activities)"
    ),
    SectionName.OTHER: (
        r"(?:мои )?(?:хобби|интересы|увлечения)(?: и (?:интересы|увлечения|хобби))?|опыт "
        r"вождения|водительские права|"
        r"рекомендации|награды(?: и достижения)?|достижения(?: и награды)?|публикации|"
        r"научн(?:ая деятельность|ые публикации|ые работы)|конференции|соревнования|хакатоны|"
        r"волонтерство|"
        r"волонтерская деятельность|волонтерский опыт|общественная деятельность|внеучебная "
        r"деятельность|"
        r"олимпиады|сопроводительное письмо|история общения с кандидатом|ссылки|социальные сети|"
        r"интересны сферы|интересны профессии|сфера работы|занятость и график работы|"
        r"hobbies(?: and interests)?|interests(?: and (?:hobbies|activities))?|(?:professional "
        r")?references?|"
        r"awards?(?: and (?:honou?rs|achievements|recognition|scholarships|certifications?))?|"
        r"honou?rs?(?: and awards| awards)?|publications?(?: and presentations)?|"
        r"achievements?(?: and awards)?|accomplishments|volunteer(?:ing)?(?: experience| work| "
        r"activities)?|"
        r"(?:extra ?curricular |extra curricular |leadership |community |co curricular )+"
        r"(?:activities|involvement|service|and activities|experience)|activities|"
        r"driving experience|links|conferences?|patents?|research(?: interests)?|"
        r"(?:professional )?(?:affiliations?|memberships?)|military(?: service| experience)?|"
        r"leadership(?: and activities)?|declaration|recommendations|cover letter|hobby|groups|"
        r"social (?:links|media|profiles|networks)|availability|strengths and hobbies|"
        r"teaching|presentations"
    ),
}

_WEAK: Final = re.compile(
    r"технологии|инструменты|стек(?: технологий)?|проекты?|projects?|достижения(?: и награды)?|"
    r"achievements?|"
    r"accomplishments|technologies|tools|tech stack|technology stack|summary|профиль|overview|"
    r"highlights|обучение|"
    r"работа|work|карьера|career|курсы|рекомендации|публикации|конференции|дополнительно|"
    r"прочее|награды|"
    r"qualifications?|profile|strengths|expertise|знания|умения|компетенции|activities|"
    r"leadership|research|"
    r"references?|ссылки|links|интересы|training|coursework|employment|опыт|стаж|objective|"
    r"цель|обучение|"
    r"certificates?|courses?|awards?|portfolio|портфолио|about|personal profile|key skills|"
    r"skills?|навыки|"
    r"программы|software|"
    r"языки|languages?|technologies and tools|tools and technologies|contacts?|контакты|общая "
    r"информация|"
    r"key projects|ключевые проекты|основные проекты|реализованные проекты|"
    r"ключевые навыки|professional summary|availability|teaching|presentations|groups|"
    r"сертификаты|certifications?"
)

_COMPILED: Final = {name: re.compile(pattern) for name, pattern in _STRONG.items()}
_LETTER_SPACED: Final = (
    "опыт работы|опыт|навыки|образование|о себе|обо мне|"
    "контакты|ключевые навыки|профессиональные навыки|профессиональный опыт|"
    "work experience|experience|"
    "education|skills|languages|языки|profile|summary|"
    "about me|contact|projects|проекты|курсы|достижения|"
    "цель"
)
_SQUEEZED: Final = {words.replace(" ", ""): words for words in _LETTER_SPACED.split("|")}
_TAIL: Final = re.compile(
    r"\s*(?:[-–—:]\s*)?(?:\d+\s*(?:год|лет|мес|year|month).*)$", re.IGNORECASE
)
_INLINE: Final = re.compile(r"^(?P<head>[^:]{3,45}?)\s*[:：]\s+(?P<rest>\S.*)$")
_NUMBERING: Final = re.compile(r"^(?:[\divx]{1,3}[.)]\s+)", re.IGNORECASE)
_ICON: Final = re.compile(r"^(?:[^\w\s(«\"'+#/]+\s*|[ÆQ7z]\s+|fa[A-Z]\w+\s+)")


@dataclass(frozen=True, slots=True)
class Heading:
    """`rest` is what stands on the heading's own line after a colon."""

    name: SectionName
    is_weak: bool
    rest: str = ""


def match_heading(text: str) -> Heading | None:
    """The section that a line opens, if its words are a known heading."""
    if len(text) > 400:
        return None
    bare = _ICON.sub("", _NUMBERING.sub("", text)).strip()
    whole = _match_words(_TAIL.sub("", bare)) if len(bare) <= 70 else None
    if whole is not None:
        return whole
    inline = _INLINE.match(bare)
    if inline is None:
        return None
    found = _match_words(inline["head"])
    return Heading(found.name, found.is_weak, inline["rest"]) if found else None


def _match_words(text: str) -> Heading | None:
    if len(text) > 60 or not text or text.rstrip().endswith((",", ";")):
        return None
    key = words_key(text.replace("&", " and ").replace("/", " and "))
    if len(key.split()) > 7:
        return None
    for candidate in dict.fromkeys((key, _SQUEEZED.get(key.replace(" ", ""), key))):
        plain = candidate.replace(" and ", " ")
        for name, pattern in _COMPILED.items():
            if pattern.fullmatch(candidate) or pattern.fullmatch(plain):
                return Heading(name, bool(_WEAK.fullmatch(candidate)))
    return None

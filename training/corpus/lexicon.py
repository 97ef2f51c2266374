"""Blocks from the built-in lexicon: all the language there is when the corpus is not."""

import random
from typing import Final

from training.corpus.block import Block, Language
from training.corpus.trades import Trade, trades

LEXICON_SOURCE: Final = "lexicon-"
_DUTIES: Final[dict[Language, tuple[tuple[str, ...], ...]]] = {
    "ru": (
        ("Помогал старшим коллегам: {s}", "Учебный проект на {a}: {s}", "Осваивал {a} и {b}",
         "Исправлял мелкие ошибки под присмотром наставника: {s}", "Прошёл стажировку, изучил {a}",
         "Выполнял простые задачи по инструкции: {s}", "Оформлял документы и отчёты: {s}"),
        ("Самостоятельно вёл задачи: {s}", "Применял {a} и {b} в ежедневной работе",
         "Дорабатывал существующее решение на {a}: {s}", "Участвовал в оценке и планировании: {s}",
         "Поддерживал и развивал: {s}", "Готовил описание и согласовывал изменения: {s}"),
        ("Спроектировал и внедрил с нуля: {s}", "Обосновал выбор {a}, перевёл на него команду",
         "Проводил ревью и наставлял младших коллег", "Ускорил в {k} раза: {s}",
         "Отвечал за качество и надёжность: {s}", "Сократил издержки на {n} % с помощью {a}: {s}"),
        ("Руководил командой из {n} человек: {s}", "Определял стратегию и бюджет направления: {s}",
         "Построил найм, оценку и развитие сотрудников", "Отвечал за архитектуру: {a}, {b}, {s}",
         "Защищал решения перед заказчиком и советом директоров", "Управлял {k} командами: {s}"),
    ),
    "en": (
        ("Assisted senior colleagues with the {s}", "Built a study project with {a}: {s}",
         "Learned {a} and {b} on the job", "Fixed small bugs under supervision: {s}",
         "Completed an internship, studied {a}", "Followed written instructions for the {s}"),
        ("Worked independently on the {s}", "Used {a} and {b} in daily work",
         "Extended an existing solution in {a}: {s}", "Took part in estimation and planning: {s}",
         "Maintained and improved the {s}", "Prepared specifications for the {s}"),
        ("Designed and delivered the {s} from scratch", "Introduced {a} and moved the team to it",
         "Mentored junior colleagues and reviewed their work", "Made the {s} {k} times faster",
         "Owned quality and reliability of the {s}", "Cut costs by {n} % with {a}: {s}"),
        ("Led a team of {n} people: {s}", "Set the strategy and the budget: {s}",
         "Built hiring, appraisal and career growth", "Owned the architecture: {a}, {b}, {s}",
         "Presented decisions to the customer and the board", "Managed {k} teams: {s}"),
    ),
}  # fmt: skip


def lexicon_blocks(rng: random.Random, *, per_trade_level: int = 6) -> list[Block]:
    """Made-up blocks: every trade, level and language, `per_trade_level` of each."""
    return [
        _block(trade, level, language, index, rng)
        for trade in trades()
        for level in range(4)
        for language in ("ru", "en")
        for index in range(per_trade_level)
    ]


def _block(trade: Trade, level: int, language: Language, index: int, rng: random.Random) -> Block:
    reach = len(trade.skills) * (level + 2) // 5
    known = rng.sample(trade.skills[: max(5, reach)], k=min(5 + level, max(5, reach)))
    return Block(
        title=rng.choice(trade.titles[language]),
        level=level,
        family=trade.family,
        duties=_duties(trade, level, language, known, rng),
        skills=tuple(known),
        language=language,
        source=f"{LEXICON_SOURCE}{trade.family}-{level}-{language}-{index}",
        salary=int(trade.salary_thousands * (0.5, 0.9, 1.4, 1.9)[level] * rng.uniform(0.8, 1.25))
        * 1000,
    )


def _duties(
    trade: Trade, level: int, language: Language, skills: list[str], rng: random.Random
) -> tuple[str, ...]:
    forms = _DUTIES[language][level]
    lines = []
    for form in rng.sample(forms, k=rng.randint(3, len(forms))):
        first, second = rng.sample(skills, k=2)
        lines.append(
            form.format(
                s=rng.choice(trade.subjects[language]),
                a=first,
                b=second,
                n=rng.randint(4, 30),
                k=rng.randint(2, 5),
            )
        )
    return tuple(lines)

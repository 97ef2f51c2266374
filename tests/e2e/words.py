"""What people see, in Russian and in English: the words that many talks look for."""

from typing import Final

Words = str | tuple[str, str]
"""The same in both languages, or in Russian and in English."""

AGREE: Final = ("Согласен", "I agree")
RECRUITER: Final = ("Я рекрутер", "I'm a recruiter")
CANDIDATE: Final = ("Я кандидат", "I'm a candidate")
ROLES: Final = {"recruiter": RECRUITER, "candidate": CANDIDATE}
WHO_ARE_YOU: Final = ("Кто вы?", "Who are you?")
BEGIN: Final = ("Можно начинать", "You can begin")
CONSENT_IS_NEEDED: Final = ("нужно ваше согласие", "I need your consent")

SCORE: Final = ("📊 Оценить", "📊 Score")
ALL_CORRECT: Final = ("Всё верно?", "All correct?")
SCORED: Final = ("из 100", "of 100")
DETAILS: Final = ("Подробнее", "Details")
IN_SHORT: Final = ("Коротко", "In short")
NUMBER_OF_SCORE: Final = ("Номер этой оценки", "The number of this score")
EDIT_AGAIN: Final = ("Исправить и пересчитать", "Edit and score again")
AFTER_INTERVIEW: Final = ("После собеседования", "After the interview")
CONFIRMED: Final = ("Грейд подтвердили", "Grade confirmed")
NOT_CONFIRMED: Final = ("Грейд не подтвердили", "Grade not confirmed")

WHICH_CITY: Final = ("В каком городе", "Which city")
SEVEN_QUESTIONS: Final = ("семь вопросов", "seven questions")
FILL_IN: Final = ("Заполнить анкету", "Fill in the form")
NO_SUCH_COMMAND: Final = ("Такой команды нет", "no such command")
SKIP: Final = ("Пропустить", "Skip")
RANKING_IS_READY: Final = ("Рейтинг готов", "The ranking is ready")


def question(number: int, total: int = 7) -> Words:
    """Where a form is."""
    return f"· вопрос {number} из {total}", f"· question {number} of {total}"


def word(words: Words, language: str) -> str:
    """In this language."""
    if isinstance(words, str):
        return words
    return words[0] if language == "ru" else words[1]

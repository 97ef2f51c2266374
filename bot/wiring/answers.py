"""The parts of answers: what is said of them, and the queue of contested scores."""

from collections.abc import Mapping
from typing import Any

from bot.admin_news import AdminNews
from bot.answering import AnswerSender
from bot.contest_news import ContestNews
from bot.wiring.parts import Parts
from usecases.contest_score import ContestScore
from usecases.find_shareable import FindShareable
from usecases.list_contests import ListContests
from usecases.open_answer import OpenAnswer
from usecases.rate_answer import RateAnswer
from usecases.record_interview import RecordInterview
from usecases.settle_contest import SettleContest


def provide_answers(parts: Parts) -> Mapping[str, Any]:
    database = parts.database
    return {
        "open_answer": _open_answer(parts),
        "find_shareable": FindShareable(database.analyses, _open_answer(parts)),
        "send_answer": answer_sender(parts),
        "rate_answer": RateAnswer(database.verdicts),
        "record_interview": RecordInterview(database.verdicts),
        "contest_score": ContestScore(database.contests),
        "list_contests": ListContests(database.contests, database.analyses),
        "settle_contest": SettleContest(database.contests, database.admin_acts),
        "contest_news": ContestNews(admin_news(parts), database.contests),
    }


def admin_news(parts: Parts) -> AdminNews:
    return AdminNews(parts.bot, parts.locales, parts.settings, parts.database.people)


def answer_sender(parts: Parts) -> AnswerSender:
    return AnswerSender(parts.bot, parts.locales, _open_answer(parts), parts.database.people)


def _open_answer(parts: Parts) -> OpenAnswer:
    database = parts.database
    return OpenAnswer(database.analyses, database.verdicts, database.contests)

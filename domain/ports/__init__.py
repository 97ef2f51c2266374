"""What the use cases need from the outside, as protocols. Concrete classes meet in the wiring."""

from domain.ports.administration import (
    AdminActLog,
    Archive,
    BroadcastRepository,
    DatabaseKeeper,
    InviteRepository,
    PeopleDirectory,
    SettingStore,
)
from domain.ports.history import AnalysisRepository
from domain.ports.insights import InsightStore
from domain.ports.judgements import ContestRepository, VerdictRepository
from domain.ports.measurement import MeasurementSource
from domain.ports.people import PeopleRepository, VacancyRepository
from domain.ports.privacy import PersonalData
from domain.ports.reading import AnswerReader, PageCropper, ResumeReader
from domain.ports.scoring import Comparer, ComparisonTicket, Scorer, ScoringTicket
from domain.ports.work import StateRepository, TaskStore, UpdateInbox

__all__ = [
    "AdminActLog",
    "AnalysisRepository",
    "AnswerReader",
    "Archive",
    "BroadcastRepository",
    "Comparer",
    "ComparisonTicket",
    "ContestRepository",
    "DatabaseKeeper",
    "InsightStore",
    "InviteRepository",
    "MeasurementSource",
    "PageCropper",
    "PeopleDirectory",
    "PeopleRepository",
    "PersonalData",
    "ResumeReader",
    "Scorer",
    "ScoringTicket",
    "SettingStore",
    "StateRepository",
    "TaskStore",
    "UpdateInbox",
    "VacancyRepository",
    "VerdictRepository",
]

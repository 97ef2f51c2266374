"""The states of all dialogs; docs/bot.md draws the ways between them."""

from aiogram.fsm.state import State, StatesGroup


class Card(StatesGroup):
    view = State()
    edit = State()


class Form(StatesGroup):
    question = State()


class History(StatesGroup):
    pages = State()
    answer = State()
    delete = State()


class Contest(StatesGroup):
    reason = State()


class ContestQueue(StatesGroup):
    item = State()
    word = State()


class PersonSettings(StatesGroup):
    view = State()
    role = State()
    consent = State()
    withdraw = State()

"""The states of all dialogs; docs/bot.md draws the ways between them."""

from aiogram.fsm.state import State, StatesGroup


class Card(StatesGroup):
    view = State()
    edit = State()
    place = State()
    jobs = State()
    job = State()
    skills = State()


class Form(StatesGroup):
    question = State()
    leave = State()


class History(StatesGroup):
    pages = State()
    filters = State()
    vacancy = State()
    answer = State()
    interview = State()
    delete = State()


class Vacancies(StatesGroup):
    pages = State()
    closed_ones = State()
    view = State()
    title = State()
    client_name = State()
    grade = State()
    salary = State()
    close = State()


class Compare(StatesGroup):
    pick = State()


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


class Admin(StatesGroup):
    menu = State()
    people = State()
    person = State()
    ban = State()
    rights = State()
    invites = State()
    invite = State()
    broadcast = State()
    audience = State()
    models = State()
    model = State()
    switch = State()
    compare = State()
    health = State()
    acts = State()

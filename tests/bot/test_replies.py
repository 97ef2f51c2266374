"""Answers, fields and errors as text."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogs.draft import Draft
from bot.handlers.errors import ERROR_KEYS, error_text
from bot.i18n import LANGUAGES, Html, Language, Locales
from bot.replies.assessment import answer_caption, answer_details, bar
from bot.replies.card import card_text
from bot.replies.cutting import one_line
from bot.replies.field_values import job_line
from domain import errors
from domain.analysis import Analysis
from domain.errors import ResumeExpertiseError
from domain.fields import FIELD_NAMES, FieldName
from domain.resume import Job, Resume, Salary
from parsers.answers import TypedAnswerReader
from tests.bot.people import RESUME, analysis
from usecases.open_answer import Answer

MESSAGE_UNITS = 4096
LOCALES = Locales()


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def caption(language: Language, scored: Analysis) -> Html:
    return answer_caption(LOCALES[language], Answer(scored))


def details(language: Language, scored: Analysis) -> Html:
    return answer_details(LOCALES[language], Answer(scored))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_says_all_that_it_must(language: Language) -> None:
    scored = analysis(seen=0.634)
    text = caption(language, scored) + details(language, scored)
    expected: dict[Language, tuple[str, ...]] = {
        "ru": ("72 из 100", "50 —", "81 %", "12,6 %", "Демо-модель", "63 %", "не решение"),
        "en": ("72 of 100", "50 is", "81%", "12.6%", "Demo model", "63%", "not a decision"),
    }
    for words in (*expected[language], "compact", "budget-1", "&lt;данных&gt;"):
        assert words in text, words


def test_reasons_are_plain_sentences_in_order_and_small_ones_said_to_be_small() -> None:
    lines = caption("en", analysis()).split("\n")
    reasons = [line for line in lines if line.startswith(("🔼", "🔽"))]
    assert reasons == [
        "🔼 The work experience raised the probability: +5 pp",
        "🔼 The key skills raised the probability: +3 pp",
        "🔼 The position raised the probability: +1.1 pp",
        "🔽 The client company lowered the probability: −2 pp",
        "🔽 The salary lowered the probability: −0.3 pp",
    ]
    assert "▫️ Hardly mattered: City, Age" in lines


@pytest.mark.parametrize("field", FIELD_NAMES)
def test_each_reason_agrees_with_its_field_in_russian(field: FieldName) -> None:
    raised = LOCALES["ru"].html("answer-raised", field=field, points=1)
    lowered = LOCALES["ru"].html("answer-lowered", field=field, points=1)
    name = LOCALES["ru"].html(f"field-{field}")
    ending = {"position": "а", "salary": "а", "client_name": "а", "key_skills": "и"}.get(field, "")
    assert raised == f"🔼 {name} поднял{ending} вероятность: +1 п. п."
    assert lowered == f"🔽 {name} снизил{ending} вероятность: −1 п. п."


@pytest.mark.parametrize(
    ("language", "words"), [("en", "is not calibrated"), ("ru", "не откалибрована")]
)
def test_a_model_without_a_calibration_says_so(language: Language, words: str) -> None:
    assert words in caption(language, analysis(is_calibrated=False))
    assert words not in caption(language, analysis())
    why = LOCALES[language].html("answer-uncalibrated-why")
    assert why in details(language, analysis(is_calibrated=False))
    assert why not in details(language, analysis())


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Within the noise (±1.5 pp): "), ("ru", "В пределах шума (±1,5 п. п.): ")],
)
def test_reasons_within_the_noise_are_said_to_be_noise(language: Language, words: str) -> None:
    text = caption(language, analysis(noise=0.015))
    names = [str(LOCALES[language].html(f"field-{field}")) for field in FIELD_NAMES]
    age, city, position, _, _, salary, _ = names
    assert f"{words}{position}, {salary}, {city}, {age}\n" in text
    assert len([line for line in text.split("\n") if line.startswith(("🔼", "🔽"))]) == 3
    assert "Hardly" not in text
    assert "Почти не" not in text


def test_noise_below_a_tenth_of_a_point_is_not_worth_a_word() -> None:
    text = caption("en", analysis(noise=0.0005))
    assert "Within the noise" not in text
    assert "Hardly mattered: City, Age" in text


def test_hidden_fields_are_named() -> None:
    assert "Kept from the model: Age, City." in details("en", analysis(hidden=("age", "city")))
    assert "Kept" not in details("en", analysis())


def test_a_whole_reading_and_a_real_model_are_said_so() -> None:
    assert "Demo" not in caption("en", analysis(is_demo=False))
    assert "in full" in details("en", analysis())


@pytest.mark.parametrize(
    ("share", "drawn"), [(0, "▱▱▱▱▱"), (0.001, "▰▱▱▱▱"), (0.5, "▰▰▱▱▱"), (1, "▰▰▰▰▰")]
)
def test_bars(share: float, drawn: str) -> None:
    assert bar(share, 5) == drawn


@pytest.mark.parametrize(
    ("job", "line"),
    [
        (Job(start="2021-03", current=True, position="A", company="B"), "• 03.2021 — now: A, B"),
        (Job(start="2018", end="2020-01", company="B"), "• 2018 — 01.2020: B"),
        (Job(start="2018", position="A"), "• 2018: A"),
        (Job(description="<i>did\nthings</i>"), "• &lt;i&gt;did things&lt;/i&gt;"),
    ],
)
def test_jobs(job: Job, line: str) -> None:
    assert job_line(LOCALES["en"], job) == line


anything = st.text(max_size=6000)
jobs = st.builds(Job, company=anything, position=anything, description=anything)


@given(
    st.builds(
        Resume,
        city=anything,
        position=anything,
        client_name=anything,
        key_skills=st.lists(st.text(max_size=300), max_size=60).map(tuple),
        salary=st.builds(Salary, text=anything),
        work_experience=st.lists(jobs, max_size=12).map(tuple),
    )
)
def test_no_resume_is_too_long_or_unescaped(resume: Resume) -> None:
    draft = Draft(resume=resume, source="file", file_name=resume.city)
    text = card_text(LOCALES["ru"], draft, LOCALES["ru"].html("card-footer"))
    assert units(html.unescape(text)) < MESSAGE_UNITS
    bare = text.replace("<b>", "").replace("</b>", "")
    assert "<" not in bare
    assert ">" not in bare


def test_a_resume_of_wide_letters_fits() -> None:
    wide = "🦊" * 5000
    job = Job(company=wide, position=wide)
    resume = Resume(
        city=wide,
        position=wide,
        client_name=wide,
        key_skills=(wide,) * 9,
        salary=Salary(text=wide),
        work_experience=(job,) * 30,
    )
    draft = Draft(resume=resume, source="file", file_name=wide)
    for language in LANGUAGES:
        text = card_text(LOCALES[language], draft, LOCALES[language].html("card-footer"))
        assert units(text) < MESSAGE_UNITS


@given(anything, st.integers(min_value=2, max_value=80))
def test_one_line(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert units(line) <= limit
    assert "\n" not in line
    assert "\u202e" not in line


def leaves(kind: type[ResumeExpertiseError]) -> set[type[ResumeExpertiseError]]:
    below = kind.__subclasses__()
    return set().union(*map(leaves, below)) if below else {kind}


def test_every_error_has_its_words() -> None:
    """Training's own errors never reach the bot, but stand in the tree once it is imported."""
    reachable = {e for e in leaves(ResumeExpertiseError) if not e.__module__.startswith("training")}
    raised_itself = {errors.FileUnavailableError}  # DownloadError is below it
    assert reachable | raised_itself == set(ERROR_KEYS)


SAMPLES: list[ResumeExpertiseError] = [
    errors.UnsupportedFileError("image/png"),
    errors.UnsupportedFileError("application/vnd.rar"),
    errors.FileTooLargeError(20 * 1024 * 1024),
    errors.EncryptedFileError(),
    errors.DamagedFileError(),
    errors.EmptyDocumentError(ocr_available=True),
    errors.EmptyDocumentError(),
    errors.NotAResumeError(),
    errors.ReadingTimeoutError(10.0),
    errors.TooComplexError("pages", 50),
    errors.TooComplexError("memory", 1),
    errors.InvalidAnswerError("age", "out_of_range"),
    errors.QueueFullError(64),
    errors.AnalysisNotFoundError(1),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("error", SAMPLES, ids=str)
def test_each_error_is_told(error: ResumeExpertiseError, language: Language) -> None:
    text = error_text(LOCALES[language], error)
    assert len(text) > 20
    assert type(error).__name__ not in text


def test_a_limit_is_told_in_its_unit() -> None:
    assert "20 MB" in error_text(LOCALES["en"], errors.FileTooLargeError(20 * 1024 * 1024))
    assert "at most 50" in error_text(LOCALES["en"], errors.TooComplexError("pages", 50))


def test_an_unknown_error_gets_an_incident_and_no_trace(caplog: pytest.LogCaptureFixture) -> None:
    text = error_text(LOCALES["en"], KeyError("secret detail"))
    assert "secret" not in text
    incident = text.rsplit(" ", 1)[1].rstrip(".")
    assert f"incident {incident}" in caplog.text


def test_the_card_of_a_form_has_its_own_title() -> None:
    footer = LOCALES["ru"].html("card-footer")
    assert "Карточка" in card_text(LOCALES["ru"], Draft(resume=RESUME, source="form"), footer)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", FIELD_NAMES)
def test_each_example_is_a_good_answer(field: FieldName, language: Language) -> None:
    example = LOCALES[language].plain(f"example-{field}")
    value = TypedAnswerReader().read_answer(field, example)
    assert getattr(Resume().with_field(field, value), field)
    if field == "work_experience":
        assert len(value) == 2
        assert all(job.start and job.company and job.position and job.description for job in value)

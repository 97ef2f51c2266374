"""The answer in words: within a caption whatever the resume is, and what has become of it."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.i18n import LANGUAGES, Language, Locales
from bot.replies.answer_buttons import (
    Rate,
    ShowAnswer,
    answer_keyboard,
    details_keyboard,
    interview_keyboard,
)
from bot.replies.answer_picture import answer_facts
from bot.replies.assessment import (
    CAPTION_UNITS,
    answer_caption,
    answer_details,
    visible_units,
)
from bot.replies.contested import contested_text
from domain.analysis import Analysis
from domain.contest import Contest, ContestState
from domain.difference import difference
from domain.fields import FIELD_NAMES
from domain.resume import Job, Resume, Salary
from domain.score import Assessment, Explanation, ModelIdentity, Score
from domain.verdict import Verdict
from tests.bot.people import RESUME, START, analysis
from usecases.list_contests import ContestPage
from usecases.open_answer import Answer

LOCALES = Locales()
MESSAGE_UNITS = 4096
anything = st.text(max_size=3000)
shares = st.floats(0, 1)
changes = st.floats(-1, 1)


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    fields = draw(st.sets(st.sampled_from(FIELD_NAMES)))
    jobs = st.builds(Job, company=anything, position=anything, description=anything)
    resume = st.builds(
        Resume,
        city=anything,
        position=anything,
        client_name=anything,
        key_skills=st.lists(anything, max_size=40).map(tuple),
        salary=st.none() | st.builds(Salary, text=anything),
        work_experience=st.lists(jobs, max_size=9).map(tuple),
    )
    model = st.builds(
        ModelIdentity, name=anything, revision=anything, template=anything, is_demo=st.booleans()
    )
    explanation = Explanation(
        contributions={field: draw(changes) for field in fields},
        seen={field: draw(shares) for field in fields},
        noise=draw(st.none() | shares),
        hidden=tuple(draw(st.sets(st.sampled_from(FIELD_NAMES)))),
    )
    score = Score(
        score=draw(st.floats(0, 100)),
        probability=draw(shares),
        percentile=draw(st.floats(0, 100)),
        model=draw(model).model_copy(update={"is_calibrated": draw(st.booleans())}),
    )
    return analysis(resume=draw(resume)).model_copy(
        update={"assessment": Assessment(score=score, explanation=explanation), "id": 2**40}
    )


def contest(state: ContestState = "open", reason: str | None = None) -> Contest:
    return Contest(id=1, analysis_id=7, user_id=1, reason=reason, state=state, created_at=START)


@settings(max_examples=60, deadline=None)
@given(
    analyses(),
    st.none() | analyses(),
    st.none() | st.sampled_from(["open", "upheld", "withdrawn"]),
    st.sampled_from(LANGUAGES),
)
def test_every_view_fits_and_escapes(
    later: Analysis, earlier: Analysis | None, state: ContestState | None, language: Language
) -> None:
    translator = LOCALES[language]
    answer = Answer(later, earlier, contest=contest(state) if state else None)
    caption, details = answer_caption(translator, answer), answer_details(translator, answer, "b")
    for text in (caption, details):
        assert not re.sub(r"</?[bi]>", "", text).count("<")
    assert visible_units(caption) <= CAPTION_UNITS
    assert visible_units(details) <= CAPTION_UNITS
    assert translator.html("answer-suggestion") in caption
    page = ContestPage(contest(reason=later.resume.city or "x" * 9000), later, 1, 99)
    assert visible_units(contested_text(translator, page)) <= MESSAGE_UNITS
    assert answer_facts(translator, answer).words.footers


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_worst_caption_still_has_every_reason(language: Language) -> None:
    """Seven reasons, a demo without calibration, contested, with everything changed."""
    explanation = Explanation(
        contributions=dict.fromkeys(FIELD_NAMES, -0.3456), seen={}, noise=0.001
    )
    wide = "W" * 300
    later = analysis(is_demo=True, is_calibrated=False, resume=Resume(position=wide, city=wide))
    later = later.model_copy(
        update={"assessment": later.assessment.model_copy(update={"explanation": explanation})}
    )
    answer = Answer(later, analysis(score=3), contest=contest())
    caption = answer_caption(LOCALES[language], answer)
    assert visible_units(caption) <= CAPTION_UNITS
    assert caption.count("🔽") == len(FIELD_NAMES)
    for key in ("answer-demo", "answer-uncalibrated", "answer-suggestion", "answer-contested"):
        assert LOCALES[language].html(key) in caption


@pytest.mark.parametrize("language", LANGUAGES)
def test_noise_too_small_to_show_is_not_told_as_nothing(language: Language) -> None:
    explanation = Explanation(contributions={"city": 0.01}, seen={}, noise=0.0002)
    quiet = analysis()
    quiet = quiet.model_copy(
        update={"assessment": quiet.assessment.model_copy(update={"explanation": explanation})}
    )
    details = answer_details(LOCALES[language], Answer(quiet), "bot")
    assert "±0 " not in details
    assert LOCALES[language].html("answer-noise-little") in details


def test_a_corrected_resume_tells_what_changed_and_what_that_did() -> None:
    corrected = RESUME.model_copy(update={"city": "Тверь", "key_skills": ("SQL",)})
    answer = Answer(analysis(resume=corrected), analysis(score=66.4))
    text = answer_caption(LOCALES["ru"], answer)
    assert "Было 66 → стало 72: +6\n" in text
    assert "Изменено: Город (Барнаул → Тверь); Ключевые навыки\n" in text
    assert "не только от правок" not in text
    assert answer_facts(LOCALES["ru"], answer).words.change == "было 66, +6"
    same = answer_caption(LOCALES["en"], Answer(analysis(), analysis()))
    assert "It was 72 → now 72: ±0" in same
    assert "Changed" not in same


def test_another_model_or_other_hidden_fields_are_no_clean_comparison() -> None:
    earlier, later = analysis(score=80.0), analysis(hidden=("age",))
    assert not difference(earlier, later).is_comparable
    text = answer_caption(LOCALES["ru"], Answer(later, earlier))
    assert "стало 72: −8" in text
    assert "не только от правок" in text


@pytest.mark.parametrize(
    ("state", "words"),
    [("open", "оспорена"), ("upheld", "оставил её в силе"), ("withdrawn", "отозвал эту оценку")],
)
def test_what_became_of_an_objection_is_said(state: ContestState, words: str) -> None:
    answer = Answer(analysis(), contest=contest(state))
    assert words in answer_caption(LOCALES["ru"], answer)
    facts = answer_facts(LOCALES["ru"], answer)
    assert ("Администратор отозвал эту оценку." in facts.words.footers) is (state == "withdrawn")


def labels(answer: Answer, role: str | None, language: Language = "ru") -> list[list[str]]:
    markup = answer_keyboard(LOCALES[language], answer, role)  # type: ignore[arg-type]
    return [[button.text for button in row] for row in markup.inline_keyboard]


def test_only_who_interviews_is_asked_about_the_interview() -> None:
    answer = Answer(analysis())
    assert any("собеседования" in row[0] for row in labels(answer, "recruiter"))
    assert not any("собеседования" in row[0] for row in labels(answer, "candidate"))


def test_what_was_said_is_shown_as_chosen_and_can_be_taken_back() -> None:
    verdict = Verdict(
        analysis_id=7, user_id=1, is_useful=True, grade_confirmed=False, changed_at=START
    )
    answer = Answer(analysis(), verdict=verdict)
    shown = [label for row in labels(answer, "recruiter") for label in row]
    assert "👍 ✓" in shown
    assert "👎" in shown
    assert "🤝 Грейд не подтвердили ✓" in shown
    markup = answer_keyboard(LOCALES["ru"], answer, "recruiter")
    data = [button.callback_data for row in markup.inline_keyboard for button in row]
    assert Rate(analysis_id=7, word="none").pack() in data
    assert Rate(analysis_id=7, word="no").pack() in data
    words = interview_keyboard(LOCALES["ru"], 7, verdict).inline_keyboard
    assert [row[0].text for row in words][:2] == ["Грейд подтвердили", "Грейд не подтвердили ✓"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ["recruiter", "candidate", None])
def test_buttons_fit_a_phone(language: Language, role: str | None) -> None:
    verdict = Verdict(
        analysis_id=7, user_id=1, is_useful=False, grade_confirmed=True, changed_at=START
    )
    answer = Answer(analysis(2**40), verdict=verdict, contest=contest())
    translator = LOCALES[language]
    keyboards = [
        answer_keyboard(translator, answer, role),  # type: ignore[arg-type]
        answer_keyboard(translator, replace(answer, verdict=None), role),  # type: ignore[arg-type]
        details_keyboard(translator, 2**40, can_share=True),
        interview_keyboard(translator, 2**40, verdict),
    ]
    for markup in keyboards:
        assert len(markup.inline_keyboard) <= 8
        for row in markup.inline_keyboard:
            assert all(len(button.text) <= (30 if len(row) == 1 else 15) for button in row)
            assert all(len((button.callback_data or "").encode()) <= 64 for button in row)


def test_an_answer_can_be_shared_only_where_the_bot_is_called_in_other_chats() -> None:
    shared = details_keyboard(LOCALES["en"], 7, can_share=True).inline_keyboard
    assert shared[0][0].switch_inline_query == "7"
    alone = details_keyboard(LOCALES["en"], 7, can_share=False).inline_keyboard
    assert [row[0].callback_data for row in alone] == [
        ShowAnswer(analysis_id=7, view="essentials").pack()
    ]
    assert "@bot 7" in answer_details(LOCALES["en"], Answer(analysis()), "bot")
    assert "@" not in answer_details(LOCALES["en"], Answer(analysis()))

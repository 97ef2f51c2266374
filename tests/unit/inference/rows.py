"""Hypothesis strategies for rows and resumes of made-up people."""

from hypothesis import strategies as st

from domain.resume import Job, Resume, Salary
from inference.prompts import MISSING, PromptRow

texts = st.text(min_size=1, max_size=60)


def fields(longest: int = 60) -> st.SearchStrategy[str]:
    return st.just(MISSING) | st.text(min_size=1, max_size=longest)


dates = st.dates().map(lambda day: f"20{day.year % 100:02}-{day.month:02}-{day.day:02}")
job_lines = st.builds(
    lambda start, end, words: f"{start} - {end}: {words}", dates, dates | st.just(""), texts
)
experiences = st.lists(job_lines, min_size=1, max_size=12).map("\n".join)

rows = st.builds(
    PromptRow,
    age=fields(3),
    city=fields(20),
    position=fields(150),
    key_skills=fields(300),
    client_name=fields(),
    salary=fields(300),
    work_experience=st.just(MISSING) | experiences | st.text(max_size=2000),
    total_experience=st.none() | st.just("всего 61 мес."),
)

year_months = st.builds(
    lambda year, month: f"{year}-{month:02}" if month else str(year),
    st.integers(1970, 2026),
    st.integers(0, 12),
)
optional_texts = st.none() | st.text(max_size=40)
jobs = st.builds(
    lambda start, end, company, position, description: Job(
        start=start,
        end=end,
        current=end is None,
        company=company,
        position=position,
        description=description,
    ),
    st.none() | year_months,
    st.none() | year_months,
    optional_texts,
    optional_texts,
    optional_texts,
)
resumes = st.builds(
    Resume,
    age=st.none() | st.integers(14, 100),
    city=optional_texts,
    position=optional_texts,
    key_skills=st.lists(texts, max_size=6).map(tuple),
    client_name=optional_texts,
    salary=st.none() | st.builds(Salary, text=st.text(max_size=30)),
    work_experience=st.lists(jobs, max_size=5).map(tuple),
    total_experience_months=st.none() | st.integers(0, 600),
)

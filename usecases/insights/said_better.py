"""The same facts said better, or less claimed. No skill or duty that the resume does not show."""

from collections.abc import Iterator, Mapping
from typing import Final

from domain.fields import FieldName
from domain.insight import ChangeKind
from domain.resume import Job, Resume
from usecases.insights.change import Change, Edit, changed
from usecases.insights.grades import grade_rank, without_grade
from usecases.insights.terms import mentioned_terms, term_key, unmentioned

_SHORT_DESCRIPTION: Final = 160
_MOST_SKILLS: Final = 6
_LEAST_SKILLS: Final = 3
_KEPT_CHARACTERS: Final = 240
_EMPTY_WORDS: Final = ("Ответственность", "внимательность", "пунктуальность", "коммуникабельность")
_EMPTY_SENTENCE: Final = "Выполнение поставленных задач, работа в команде, соблюдение сроков."


def list_skills(resume: Resume) -> Iterator[Change]:
    """Tools that a job's description names and the list lacks."""
    jobs = resume.work_experience
    names = [name or "" for job in jobs for name in (job.company, job.position)]
    known = [*resume.key_skills, *names, resume.position or "", resume.city or ""]
    terms = mentioned_terms((job.description or "" for job in jobs), not_in=known)[:_MOST_SKILLS]
    if terms:
        yield Change(
            "list_skills",
            (_adding_skills(terms),),
            {"skills": list(terms)},
            control=_adding_skills(_EMPTY_WORDS[: len(terms)]),
        )


def _adding_skills(skills: list[str] | tuple[str, ...]) -> Edit:
    return lambda resume: changed(resume, key_skills=(*resume.key_skills, *skills))


def drop_skills(resume: Resume) -> Iterator[Change]:
    """The list without what no job mentions, where enough of it remains."""
    texts = [f"{job.position or ''} {job.description or ''}" for job in resume.work_experience]
    bare = unmentioned(resume.key_skills, texts)
    kept = [skill for skill in resume.key_skills if skill not in bare]
    if bare and len(kept) >= _LEAST_SKILLS:
        yield Change("drop_skills", (_keeping_skills(frozenset(kept)),), {"skills": list(bare)})


def _keeping_skills(kept: frozenset[str]) -> Edit:
    return lambda resume: changed(
        resume, key_skills=tuple(skill for skill in resume.key_skills if skill in kept)
    )


def describe_job(resume: Resume) -> Iterator[Change]:
    """The newest job, told in skills of the resume's own list that no job mentions."""
    jobs = resume.work_experience
    if not jobs or len(jobs[0].description or "") >= _SHORT_DESCRIPTION:
        return
    title = jobs[0].position or jobs[0].company
    texts = [f"{job.position or ''} {job.description or ''}" for job in jobs]
    skills = unmentioned(resume.key_skills, texts)[:_MOST_SKILLS]
    if title and skills:
        yield Change(
            "describe_job",
            (_telling(f"{', '.join(skills)}."),),
            {"skills": list(skills), "job": title},
            control=_telling(_EMPTY_SENTENCE),
        )


def _telling(sentence: str) -> Edit:
    def tell(resume: Resume) -> Resume:
        newest, *others = resume.work_experience
        told = " ".join(filter(None, (newest.description, sentence)))
        newest = newest.model_copy(update={"description": told})
        return changed(resume, work_experience=(newest, *others))

    return tell


def name_position(resume: Resume) -> Iterator[Change]:
    """The newest job's own words, where they claim no higher grade than the resume does."""
    wanted = resume.position
    title = resume.work_experience[0].position if resume.work_experience else None
    if not title or (wanted is not None and term_key(title) == term_key(wanted)):
        return
    if wanted is None or grade_rank(title) <= grade_rank(wanted):
        yield _naming("name_position", title)


def claim_less(resume: Resume) -> Iterator[Change]:
    """Only where no job has had the grade that is claimed."""
    wanted = resume.position or ""
    plain = without_grade(wanted)
    highest = max((grade_rank(job.position or "") for job in resume.work_experience), default=0)
    if plain is not None and grade_rank(wanted) > highest:
        yield _naming("claim_less", plain)


def _naming(kind: ChangeKind, title: str) -> Change:
    return Change(kind, (lambda resume: changed(resume, position=title),), {"position": title})


def shorten_jobs(resume: Resume, seen: Mapping[FieldName, float]) -> Iterator[Change]:
    """Each description's first sentences, so that more jobs are seen at all."""
    if seen.get("work_experience", 1.0) < 1 and any(
        len(job.description or "") > _KEPT_CHARACTERS for job in resume.work_experience
    ):
        yield Change("shorten_jobs", (_shortened,), {"characters": _KEPT_CHARACTERS})


def _shortened(resume: Resume) -> Resume:
    return changed(resume, work_experience=tuple(map(_begun, resume.work_experience)))


def _begun(job: Job) -> Job:
    text = job.description or ""
    if len(text) <= _KEPT_CHARACTERS:
        return job
    cut = text[:_KEPT_CHARACTERS]
    stop = max(cut.rfind(mark) for mark in (". ", "; ", "\n"))
    beginning = cut[: stop + 1] if stop > 0 else cut.rsplit(" ", 1)[0]
    return job.model_copy(update={"description": beginning.rstrip()})

"""A batch from its files to its result, through deaths of the process."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.vacancy import NewVacancy
from tests.unit.parsers.archives.zips import linked, zipped
from tests.unit.usecases.batches.parts import USER, Workshop, failures, names, workshop


@pytest.fixture
async def shop(tmp_path: Path) -> AsyncIterator[Workshop]:
    async with workshop(tmp_path) as shop:
        yield shop


async def test_an_album_is_read_scored_and_ranked(shop: Workshop) -> None:
    for name in ("a", "b", "c", "d"):
        batch = await shop.sends(f"{name}.pdf", f"Повар {name}".encode())
    result = await shop.works(batch)
    assert names(result) == {"a.pdf", "b.pdf", "c.pdf", "d.pdf"}
    assert [one.number for one in result.candidates] == [1, 2, 3, 4]
    scores = [one.analysis.assessment.score.score for one in result.candidates]
    assert scores == sorted(scores, reverse=True)
    assert {one.analysis.batch_id for one in result.candidates} == {batch.id}
    last = shop.seen[-1]
    assert (last.total, last.read, last.scored, last.failed) == (4, 4, 4, 0)


async def test_files_rows_and_archives_in_one_album(shop: Workshop) -> None:
    rows = "\n".join(json.dumps({"position": name}) for name in ("x", "y"))
    members = {"in/1.txt": b"one", "in/2.txt": b"bad", linked("in/3.txt"): b"away"}
    await shop.sends("all.zip", zipped(members), "container")
    await shop.sends("rows.jsonl", rows.encode(), "container")
    batch = await shop.sends("plain.txt", b"plain")
    result = await shop.works(batch)
    assert names(result) == {"1.txt", "rows.jsonl #1", "rows.jsonl #2", "plain.txt"}
    assert failures(result) == {"2.txt": "not_a_resume", "3.txt": "unsupported"}
    assert result.total == 6
    assert shop.files.fetched == ["all.zip", "rows.jsonl", "all.zip", "rows.jsonl", "plain.txt"]


async def test_the_same_file_is_read_and_scored_once(shop: Workshop) -> None:
    for name in ("a.pdf", "copy of a.pdf", "bad.pdf", "bad again.pdf"):
        batch = await shop.sends(name, b"bad" if "bad" in name else b"good")
    result = await shop.works(batch)
    assert shop.reader.read_names == ["a.pdf", "bad.pdf"]
    (candidate,) = result.candidates
    assert [one.file_name for one in candidate.repeats] == ["copy of a.pdf"]
    (failure,) = result.failures
    assert [one.file_name for one in failure.repeats] == ["bad again.pdf"]
    assert result.merged == 1


async def test_what_a_file_lacks_is_a_failure_of_its_own(shop: Workshop) -> None:
    await shop.sends("gone.pdf", b"x")
    await shop.sends("broken.pdf", b"broken")
    batch = await shop.sends("good.pdf", b"good")
    del shop.files.contents["gone.pdf"]
    shop.model.broken = "broken"
    result = await shop.works(batch)
    assert failures(result) == {"gone.pdf": "download", "broken.pdf": "scoring"}
    assert names(result) == {"good.pdf"}


async def test_a_bad_archive_is_one_failure(shop: Workshop) -> None:
    batch = await shop.sends("a.zip", zipped({"a": b"1"})[:-5], "container")
    assert failures(await shop.works(batch)) == {"a.zip": "damaged"}


async def test_the_vacancy_and_blind_mode_count_for_all(shop: Workshop) -> None:
    new = NewVacancy(user_id=USER, title="v", client_name="Банк «Пример»", grade="Senior")
    await shop.database.people.meet(USER)
    vacancy = await shop.database.vacancies.add(new)
    await shop.database.people.set_vacancy(USER, vacancy.id)
    await shop.database.people.set_blind(USER, True)
    await shop.sends("a.pdf", b"a")
    batch = await shop.sends("b.pdf", b"b")
    result = await shop.works(batch)
    assert result.vacancy == vacancy
    assert {resume.client_name for resume in shop.model.submitted} == {"Банк «Пример»"}
    assert shop.model.hidden == ("age", "city")
    assert all(one.analysis.vacancy_id == vacancy.id for one in result.candidates)
    assert result.hidden == {"age", "city"}


async def test_blind_mode_hides_in_batches_of_before_it_too(shop: Workshop) -> None:
    await shop.database.people.meet(USER)
    result = await shop.works(await shop.sends("a.pdf", b"a"))
    assert not result.hidden
    await shop.database.people.set_blind(USER, True)
    assert (await shop.result(result.batch)).hidden == {"age", "city"}


async def test_never_more_at_once_than_the_share(shop: Workshop) -> None:
    members = {f"{number}.txt": f"number {number}".encode() for number in range(12)}
    batch = await shop.sends("a.zip", zipped(members), "container")
    shop.at_once = 3
    assert len((await shop.works(batch)).candidates) == 12
    assert shop.model.most_in_flight == 3


@pytest.mark.parametrize("step", ["reading", "scoring"])
async def test_what_kills_the_process_twice_fails_alone(shop: Workshop, step: str) -> None:
    members = {f"{number}.txt": f"number {number}".encode() for number in range(12)}
    batch = await shop.sends("a.zip", zipped(members), "container")
    victim = "number 5"
    if step == "reading":
        shop.reader.deadly = victim
    else:
        shop.model.deadly = victim
    await shop.dies(batch)
    await shop.dies(batch)
    result = await shop.works(batch)
    assert failures(result) == {"5.txt": "set_aside"}
    assert len(result.candidates) == 11
    assert await shop.database.analyses.count(USER) == 11


async def test_a_cancelled_batch_gets_no_more_rows(shop: Workshop) -> None:
    for name in ("a", "b"):
        batch = await shop.sends(f"{name}.pdf", name.encode())
    await shop.database.batches.finish(batch.id, "cancelled")
    result = await shop.works(batch)
    assert (result.candidates, result.unfinished) == ((), 2)
    assert await shop.database.analyses.count(USER) == 0


async def test_a_deleted_analysis_is_no_candidate_any_more(shop: Workshop) -> None:
    for name in ("a", "b"):
        batch = await shop.sends(f"{name}.pdf", name.encode())
    best, other = (await shop.works(batch)).candidates
    await shop.database.analyses.delete(USER, best.analysis.id)
    (left,) = (await shop.result(batch)).candidates
    assert (left.analysis.id, left.number) == (other.analysis.id, 1)

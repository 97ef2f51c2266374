"""What libraries bring to the fields: correct answers on lists of made-up wordings.

`python -m benchmarks.fields_libraries`: the lists are in `benchmarks/lists`, a wording and its
answer a line (`-`: none). Libraries that were tried and not taken (natasha, phonenumbers,
dateparser) are measured where they are installed. The last line is JSON.
"""

import importlib.util
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks._date_ranges import by_dateparser, by_own_rules
from benchmarks._endings import city_in_sentence, nominative_role
from parsers.fields.contacts import PHONE
from parsers.fields.gazetteer import is_city, nearest_city
from parsers.fields.morphology import nominative_trade
from parsers.fields.residence import city_come_from, city_lived_in
from parsers.layouts.row import rows_of_text
from parsers.sections.headings import match_heading
from parsers.sections.ocr_repairs import mend_recognised

LISTS = Path(__file__).parent / "lists"
Answer = Callable[[str], str | None]


def main() -> int:
    figures: dict[str, dict[str, object]] = {}
    print(f"{'task':<24}{'reader':<26}{'correct':>10}{'ms each':>10}")  # noqa: T201
    for task, reader, answer in _readers():
        wordings = _wordings(task)
        answer(wordings[0][0])  # What is loaded at first use is not counted.
        started = time.process_time()
        right = sum(_same(answer(wording), expected) for wording, expected in wordings)
        each = (time.process_time() - started) / len(wordings) * 1000
        print(f"{task:<24}{reader:<26}{right:>5}/{len(wordings):<4}{each:>10.3f}")  # noqa: T201
        figures.setdefault(task, {})[reader] = {"right": right, "of": len(wordings), "ms": each}
    print(json.dumps(figures))  # noqa: T201
    return 0


def _readers() -> list[tuple[str, str, Answer]]:
    readers: list[tuple[str, str, Answer]] = [
        ("trades", "own endings", nominative_role),
        ("trades", "pymorphy3", nominative_trade),
        ("cities_in_sentences", "own endings", city_in_sentence),
        (
            "cities_in_sentences",
            "pymorphy3",
            lambda text: city_lived_in(text) or city_come_from(text),
        ),
        ("latin_cities", "own folding", lambda name: name if is_city(name) else None),
        ("misread_headings", "as written", _heading),
        ("misread_headings", "rapidfuzz", lambda text: _heading(_mended(text))),
        ("misread_cities", "as written", lambda name: name if is_city(name) else None),
        ("misread_cities", "rapidfuzz", nearest_city),
        ("phones", "own patterns", lambda text: "1" if PHONE.search(text) else "0"),
        ("date_ranges", "own rules", by_own_rules),
    ]
    if importlib.util.find_spec("dateparser"):
        readers.append(("date_ranges", "dateparser", by_dateparser()))
    if importlib.util.find_spec("phonenumbers"):
        readers.append(("phones", "phonenumbers", _phonenumbers()))
    if importlib.util.find_spec("natasha"):
        readers.append(("cities_in_sentences", "natasha", _natasha()))
    return readers


def _wordings(task: str) -> list[tuple[str, str | None]]:
    lines = (LISTS / f"{task}.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.rsplit("\t", 1) for line in lines]
    if task == "latin_cities":
        return [(wording, wording) for wording, _ in pairs]
    if task == "misread_headings":
        return [(wording, _heading(expected)) for wording, expected in pairs]
    return [(wording, None if expected == "-" else expected) for wording, expected in pairs]


def _same(answer: str | None, expected: str | None) -> bool:
    return _key(answer) == _key(expected)


def _key(text: str | None) -> str | None:
    return text and text.lower().replace("ё", "е").replace("-", " ")


def _heading(text: str) -> str | None:
    heading = match_heading(text)
    return heading.name.value if heading else None


def _mended(text: str) -> str:
    return mend_recognised(rows_of_text(text))[0].text


def _phonenumbers() -> Answer:
    import phonenumbers

    def answer(text: str) -> str:
        matches = phonenumbers.PhoneNumberMatcher(text, "RU")
        return "1" if any(True for _ in matches) else "0"

    return answer


def _natasha() -> Answer:
    from natasha import Doc, MorphVocab, NewsEmbedding, NewsMorphTagger, NewsNERTagger, Segmenter

    words, embedding = MorphVocab(), NewsEmbedding()
    cutter, names, forms = Segmenter(), NewsNERTagger(embedding), NewsMorphTagger(embedding)

    def answer(text: str) -> str | None:
        document = Doc(text)
        document.segment(cutter)
        document.tag_ner(names)
        document.tag_morph(forms)
        places = [span for span in document.spans if span.type == "LOC"]
        for place in places:
            place.normalize(words)
        return places[-1].normal if places else None

    return answer


if __name__ == "__main__":
    sys.exit(main())

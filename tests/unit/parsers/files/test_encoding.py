import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.files.encoding import decode_text

WORDS = (
    "опыт работы разработчик навыки проект сентябрь настоящее время город образование",
    "ведущий инженер тестирование щука объявление эхо юность",
    "МОСКВА ООО ЗАО Щёлково ёмкость подъезд съёмка",
)
SENTENCES = st.lists(st.sampled_from(" ".join(WORDS).split()), min_size=6, max_size=30).map(
    lambda words: " ".join(words).capitalize() + ". SQL, Python 3\r\n"
)
ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp1251",
    "koi8-r",
    "cp866",
    "mac-cyrillic",
    "iso8859-5",
)


@settings(deadline=None)
@given(text=SENTENCES, encoding=st.sampled_from(ENCODINGS))
def test_russian_survives_every_usual_encoding(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding)) == text


def test_western_letters_and_typography() -> None:
    text = "Résumé of Zoë Müller – “café” manager, naïve Bayes"
    assert decode_text(text.encode("cp1252")) == text


@pytest.mark.parametrize("content", [bytes(range(256)) * 4, b"\x00\x01\x02" * 50])
def test_binary_is_no_text(content: bytes) -> None:
    assert decode_text(content) is None


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_none(content: bytes) -> None:
    text = decode_text(content)
    assert text is None or isinstance(text, str)

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.text.cleaning import clean_lines, clean_text
from parsers.text.document import Line


def cleaned(*texts: str) -> tuple[list[str], tuple[str, ...]]:
    lines, warnings = clean_lines([Line(text=text) for text in texts])
    return [line.text for line in lines], warnings


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("оп\u00adыт", "опыт"),
        ("перенос\u00ad", "перенос-"),
        ("ofﬁce workﬂow", "office workflow"),
        ("и\u0306од", "йод"),
        ("\uf0b7 пункт", "• пункт"),
        ("micro\u2011services", "micro-services"),
        ("• \u200bпункт", "• пункт"),
        ("О П Ы Т  Р А Б О Т Ы", "ОПЫТ РАБОТЫ"),
        ("C + +", "C + +"),
        ("а и б", "а и б"),
        ("Teсhnical", "Technical"),
        ("инжeнeр", "инженер"),
        ("1С и C++", "1С и C++"),
        ("от 90\u00a0000", "от 90\u00a0000"),
        ("\ud83d\ude00 ok", "\U0001f600 ok"),
    ],
)
def test_one_line(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


def test_cp1251_read_as_latin1_is_repaired() -> None:
    text = "Опыт работы программистом"
    garbled = text.encode("cp1251").decode("latin-1")
    assert cleaned(garbled) == ([text], ("mojibake_repaired",))


def test_french_is_no_mojibake() -> None:
    text = "Ingénieur expérimenté, développé à Besançon près de Genève, très apprécié"
    assert cleaned(text) == ([text], ())


def test_zero_width_inside_words_is_told_and_after_bullets_is_not() -> None:
    assert cleaned("py\u200bthon") == (["python"], ("zero_width",))
    assert cleaned("•\u200b python") == (["• python"], ())
    assert cleaned("nohtyp \u202enohtyp\u202c") == (["nohtyp nohtyp"], ("zero_width",))


def test_tag_characters_are_told_and_a_flag_of_them_is_not() -> None:
    spelled = "".join(chr(0xE0000 + ord(letter)) for letter in "gbeng")
    assert cleaned(f"Skills: SQL {spelled}") == (["Skills: SQL "], ("zero_width",))
    assert cleaned(f"Football \U0001f3f4{spelled}\U000e007f")[1] == ()


def test_look_alike_letters_are_told_when_many() -> None:
    lines, warnings = cleaned("Pуthon Jаva Dосker")
    assert lines == ["Python Java Docker"]
    assert warnings == ("look_alike_letters",)


def test_numbers_count_empty_lines_and_start_anew_on_each_page() -> None:
    lines, _ = clean_lines([Line("a"), Line(" "), Line("b"), Line("c", page=2)])
    assert [(line.text, line.page, line.number) for line in lines] == [
        ("a", 1, 1),
        ("b", 1, 3),
        ("c", 2, 1),
    ]


@settings(deadline=None)
@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once


def test_latex_cyrillic_read_as_latin1_keeps_its_dashes_and_quotes() -> None:
    """LaTeX's T2A encoding has ё, №, quotes and dashes in places of its own."""
    text = "Îïûò: ÍÈÈ \xbeÑèãíàë\xbf, èþëü 2011 \x15 ôåâðàëü 2016, óч\xbcò".replace("ч", "÷")
    lines, warnings = clean_lines([Line(text=text)])
    assert lines[0].text == "Опыт: НИИ «Сигнал», июль 2011 – февраль 2016, учёт"
    assert warnings == ("mojibake_repaired",)

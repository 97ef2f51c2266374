"""Draws every sample file again: `python -m tests.samples.make_samples [FOLDER]`.

The files are kept in the repository, so that tests need no fonts.
"""

import sys
from pathlib import Path

from tests.samples.broken import (
    write_damaged_pdf,
    write_empty_pdf,
    write_encrypted_pdf,
    write_hidden_text_pdf,
    write_image_only_pdf,
    write_picture_named_pdf,
)
from tests.samples.design_tool import write_design_pdf
from tests.samples.free_form import (
    write_english,
    write_not_a_resume,
    write_russian_paragraphs,
    write_russian_table,
    write_russian_text,
)
from tests.samples.hh_pdf import draw_hh_pdf, register_fonts
from tests.samples.hh_people import HH_2020, HH_2024, HH_EN
from tests.samples.hh_rtf import write_hh_rtf
from tests.samples.hh_texts import write_extracted_text, write_pasted_texts
from tests.samples.odt import write_odt
from tests.samples.scans import write_scan
from tests.samples.web import write_api_record, write_hh_page, write_own_page, write_row
from tests.samples.word97 import write_word97

SAMPLES = Path(__file__).parent


def make_samples(folder: Path) -> None:
    register_fonts()
    draw_hh_pdf(HH_2020, folder / "hh_ru_2020.pdf")
    draw_hh_pdf(HH_2024, folder / "hh_ru_2024.pdf")
    draw_hh_pdf(HH_EN, folder / "hh_en.pdf")
    write_hh_rtf(folder / "hh_ru_2025.doc")
    write_pasted_texts(folder)
    write_extracted_text(folder / "hh_ru_2020.pdf", folder / "hh_pdfplumber.txt")
    write_design_pdf(folder / "free_design.pdf")
    write_russian_paragraphs(folder / "free_ru.docx")
    write_russian_table(folder / "free_ru_table.docx")
    write_english(folder / "free_en.docx")
    write_russian_text(folder / "free_ru_cp1251.txt")
    write_hh_page(folder / "hh_page.html")
    write_own_page(folder / "free_ru.html")
    write_odt(folder / "free_ru.odt")
    write_api_record(folder / "hh_api.json")
    write_row(folder / "row.json")
    write_word97(folder / "free_ru.doc")
    write_scan(folder / "scan.png")
    write_scan(folder / "scan.pdf")
    write_empty_pdf(folder / "empty.pdf")
    write_encrypted_pdf(folder / "encrypted.pdf", user_password="secret")
    write_encrypted_pdf(folder / "owner_locked.pdf", user_password="")
    write_damaged_pdf(folder / "damaged.pdf", folder / "hh_ru_2024.pdf")
    write_image_only_pdf(folder / "image_only.pdf")
    write_picture_named_pdf(folder / "picture_named.pdf")
    write_hidden_text_pdf(folder / "hidden_text.pdf")
    write_not_a_resume(folder / "not_a_resume.txt")


if __name__ == "__main__":
    make_samples(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES)

"""A made-up person's resume as LibreOffice saves it."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("draw", "drawing"),
        ("manifest", "manifest"),
    )
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_CONTENT = f"""{_HEAD}<office:document-content {_NAMES}>
<office:automatic-styles>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/>
</style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:color="#ffffff"/>
</style:style>
</office:automatic-styles>
<office:body><office:text><text:sequence-decls/>
<text:h text:outline-level="1">Аглая Тихонравова</text:h>
<text:p text:style-name="P1"><text:span text:style-name="T1">Преподаватель биологии</text:span>
</text:p>
<text:p>Возраст: 38 лет<text:line-break/>Город:<text:s text:c="2"/>Псков</text:p>
<text:p><text:span text:style-name="T2">нейрохирург академик</text:span></text:p>
<text:h text:outline-level="2">Опыт работы</text:h>
<table:table><table:table-column table:number-columns-repeated="2"/>
<table:table-row><table:table-cell><text:p>сентябрь 2015 – настоящее время</text:p>
</table:table-cell><table:table-cell><text:p>Лицей «Озёрный», преподаватель биологии</text:p>
<text:p>Уроки в 8–11 классах, кружок микроскопии.</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>сентябрь 2010 – август 2015</text:p></table:table-cell>
<table:table-cell><text:p>Школа «Заречная», учитель природоведения</text:p></table:table-cell>
</table:table-row></table:table>
<text:h text:outline-level="2">Навыки</text:h>
<text:list><text:list-item><text:p>Микроскопия</text:p></text:list-item>
<text:list-item><text:p>Методические разработки</text:p></text:list-item></text:list>
<text:h text:outline-level="2">Образование</text:h>
<text:p>2010, Псковский педагогический институт, биология</text:p>
</office:text></office:body></office:document-content>
"""
_STYLES = f"""{_HEAD}<office:document-styles {_NAMES}><office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt"/>
</style:default-style><style:style style:name="Standard" style:family="paragraph"/>
</office:styles></office:document-styles>
"""
_MANIFEST = f"""{_HEAD}<manifest:manifest {_NAMES}>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">{{locked}}
</manifest:file-entry></manifest:manifest>
"""


def write_odt(path: Path, *, is_locked: bool = False, content: str = _CONTENT) -> None:
    locked = "<manifest:encryption-data/>" if is_locked else ""
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        "styles.xml": _STYLES,
        "META-INF/manifest.xml": _MANIFEST.format(locked=locked),
    }
    with ZipFile(path, "w") as archive:
        for name, text in parts.items():
            member = ZipInfo(name)  # its date is fixed, so that a file drawn again is the same
            member.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            archive.writestr(member, text)


def odt_content(body: str) -> str:
    """A content part with this body, for tests."""
    start, end = _CONTENT.index("<text:h"), _CONTENT.index("</office:text>")
    return _CONTENT[:start] + body + _CONTENT[end:]

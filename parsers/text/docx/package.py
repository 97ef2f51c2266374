"""The parts of a Word file and how they point at each other (ECMA-376, part 2)."""

import posixpath

from domain.errors import DamagedFileError
from parsers.files.archive import Archive
from parsers.files.xml import Element, parse_xml

_USUAL_MAIN_PART = "word/document.xml"


class WordPackage:
    """Reads parts by what they are to the main document, not by a fixed name."""

    def __init__(self, archive: Archive) -> None:
        """Raises DamagedFileError where there is no main document."""
        self._archive = archive
        main = self._targets("", "officeDocument")
        self._main = main[0] if main else _USUAL_MAIN_PART
        if self._main not in archive.names:
            raise DamagedFileError

    @property
    def document(self) -> Element:
        return parse_xml(self._archive.read(self._main))

    def related(self, kind: str) -> list[Element]:
        """Roots of the parts that the main document uses as `kind`: "styles", "header", ..."""
        names = [name for name in self._targets(self._main, kind) if name in self._archive.names]
        return [parse_xml(self._archive.read(name)) for name in dict.fromkeys(names)]

    def _targets(self, part: str, kind: str) -> list[str]:
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._archive.names:
            return []
        return [
            self._resolve(folder, relation.get("Target", ""))
            for relation in parse_xml(self._archive.read(relations))
            if relation.get("Type", "").rpartition("/")[2] == kind
            and relation.get("TargetMode") != "External"
        ]

    @staticmethod
    def _resolve(folder: str, target: str) -> str:
        if target.startswith("/"):
            return target.lstrip("/")
        return posixpath.normpath(posixpath.join(folder, target))

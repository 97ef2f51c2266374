"""The supervisor of the readers, whose children do a deed where the document names one."""

from domain.resume import Reading
from parsers.files.limits import ParsingLimits
from parsers.files.programs import RunProgram
from parsers.isolation.supervisor import serve
from parsers.pipeline import read_resume
from tests.hostile import deeds


def read_or_do(
    content: bytes, file_name: str, limits: ParsingLimits, run: RunProgram | None
) -> Reading:
    if not content.startswith(deeds.MARK):
        return read_resume(content, file_name, limits, run)
    name, _, _ = content.removeprefix(deeds.MARK).partition(b"\n")
    return deeds.do(name.decode())


if __name__ == "__main__":
    serve(read_or_do)

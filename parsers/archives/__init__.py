"""Files that hold more than one resume: ZIP archives and tables in JSON.

What lies in one is listed in the process that may be killed; a part is then unpacked in memory,
within a limit, and read as any other file. Nothing is ever written to disk.
"""

from parsers.archives.listing import list_parts
from parsers.archives.unpacking import unpack

__all__ = ["list_parts", "unpack"]

"""Which files a reading process may open: the libraries, for what they load late, and nothing
of the bot's (landlock(7), linux/landlock.h)."""

import ctypes
import os
import sys
from collections.abc import Iterable
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION_QUESTION = 1
_PATH_BENEATH = 1
_ALL_ACCESS_OF_VERSION_1 = (1 << 13) - 1
_EXECUTE, _READ_FILE, _READ_FOLDER = 1 << 0, 1 << 2, 1 << 3

_libc = ctypes.CDLL(None, use_errno=True)


class _Ruleset(ctypes.Structure):
    _fields_ = (("handled_access", ctypes.c_uint64),)


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed_access", ctypes.c_uint64), ("folder", ctypes.c_int32))


def library_folders() -> list[Path]:
    """Python, its packages, the parsers themselves and the system's libraries and time zones."""
    code = Path(__file__).resolve().parents[2]
    folders = [
        *(Path(prefix) for prefix in (sys.prefix, sys.base_prefix)),
        *(code / package for package in ("parsers", "domain")),
        *(Path(folder) for folder in ("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/share")),
    ]
    return [folder for folder in dict.fromkeys(folders) if folder.is_dir()]


def can_restrict_files() -> bool:
    return int(_libc.syscall(_CREATE_RULESET, None, 0, _VERSION_QUESTION)) >= 1


def loader_folders() -> list[Path]:
    """Where the system keeps what starts a program."""
    folders = (Path(folder) for folder in ("/usr/lib", "/usr/lib64", "/lib", "/lib64"))
    return [folder for folder in folders if folder.is_dir()]


def restrict_files(readable: Iterable[Path], executable: Iterable[Path] = ()) -> bool:
    """For the rest of this process's life only these folders may be read, only `executable`
    folders and files be run, and nothing written; needs no_new_privs. False if refused."""
    ruleset = _Ruleset(_ALL_ACCESS_OF_VERSION_1)
    rules = int(_libc.syscall(_CREATE_RULESET, ctypes.byref(ruleset), ctypes.sizeof(ruleset), 0))
    if rules < 0:
        return False
    try:
        for folder in readable:
            _allow(rules, folder, _READ_FILE | _READ_FOLDER)
        for path in executable:
            _allow(rules, path, _READ_FILE | _EXECUTE)
        return bool(_libc.syscall(_RESTRICT_SELF, rules, 0) == 0)
    finally:
        os.close(rules)


def _allow(rules: int, path: Path, access: int) -> None:
    descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        beneath = _PathBeneath(access, descriptor)
        _libc.syscall(_ADD_RULE, rules, _PATH_BENEATH, ctypes.byref(beneath), 0)
    finally:
        os.close(descriptor)

"""A filter on system calls for a reading process: no programs, processes, network, signals to
others, and no change to any file (seccomp(2), linux/seccomp.h, linux/bpf_common.h)."""

import ctypes
import errno
import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

_PR_SET_SECCOMP = 22
_PR_GET_SECCOMP = 21
_MODE_FILTER = 2
_LOAD, _JUMP_EQUAL, _JUMP_GREATER, _JUMP_ANY_BIT, _RETURN = 0x20, 0x15, 0x25, 0x45, 0x06
_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | errno.EPERM
_NUMBER_OFFSET, _ARCHITECTURE_OFFSET, _ARGUMENTS_OFFSET = 0, 4, 16
_LAST_NATIVE_CALL = 0x3FFFFFFF
"""Beyond it lie the x32 doubles of every call."""
_CHANGING_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True)
class _Machine:
    """`opens` maps a call to the argument with its flags; `self_signal` takes a process first."""

    audit: int
    opens: dict[int, int]
    self_signal: int
    execve: int
    refused: frozenset[int]


_ANYWHERE = frozenset(range(424, 440)) - {436, 439}
"""Numbers shared by all machines from pidfd_send_signal to openat2: io_uring, mounts, clone3;
without close_range and faccessat2."""

_MACHINES: Final = {
    "x86_64": _Machine(
        audit=0xC000003E,
        opens={2: 1, 257: 2},
        self_signal=234,
        execve=59,
        refused=_ANYWHERE
        # socket .. socketpair, clone .. kill, truncate, ftruncate, rename .. lchown
        | {*range(41, 54), *range(56, 60), 62, 76, 77, *range(82, 89), *range(90, 95)}
        # ptrace, utime(s), mknod, pivot_root, chroot, mount, setxattr family, tkill, keys
        | {101, 132, 133, 155, 161, 165, 166, *range(188, 191), 200, 235, 248, 249, 250}
        # the *at family of changes, unshare, utimensat, fallocate, accept4, perf, handles, setns
        | {*range(258, 262), *range(263, 267), 268, 272, 280, 285, 288, 298, 304, 308}
        # process_vm, kcmp, modules, renameat2, memfd_create, kexec, bpf, execveat, userfaultfd
        | {310, 311, 312, 313, 316, 319, 320, 321, 322, 323},
    ),
    "aarch64": _Machine(
        audit=0xC00000B7,
        opens={56: 2},
        self_signal=131,
        execve=221,
        # setxattr family, mknodat .. umount2, mount, pivot_root, truncate .. fallocate, chroot ..
        refused=_ANYWHERE
        | {5, 6, 7, *range(33, 42), 45, 46, 47, *range(51, 56), 88, 97, 117, 129, 130}
        # socket .. sendto, sendmsg, keys, clone, execve, perf, accept4, handles, setns
        | {*range(198, 204), 206, 211, 217, 218, 219, 220, 221, 241, 242, 265, 268}
        # process_vm, kcmp, modules, renameat2, memfd_create, bpf, execveat, userfaultfd
        | {270, 271, 272, 273, 276, 279, 280, 281, 282},
    ),
}

_libc = ctypes.CDLL(None, use_errno=True)


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_ushort),
        ("if_true", ctypes.c_ubyte),
        ("if_false", ctypes.c_ubyte),
        ("value", ctypes.c_uint),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("first", ctypes.POINTER(_Instruction)))


def can_filter_calls() -> bool:
    """Whether this kernel filters, and whether this machine's call numbers are known here."""
    return platform.machine() in _MACHINES and _libc.prctl(_PR_GET_SECCOMP, 0, 0, 0, 0) >= 0


def filter_calls(*, may_start_program: bool = False) -> bool:
    """Filters this process for the rest of its life; needs no_new_privs. False if refused.

    `may_start_program` leaves execve, with which a process becomes another program.
    """
    machine = _MACHINES.get(platform.machine())
    if machine is None:
        return False
    if may_start_program:
        machine = replace(machine, refused=machine.refused - {machine.execve})
    instructions = [_Instruction(*fields) for fields in _instructions(machine, os.getpid())]
    array = (_Instruction * len(instructions))(*instructions)
    program = _Program(len(instructions), array)
    done = _libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, ctypes.byref(program), 0, 0)
    return bool(done == 0)


def _instructions(machine: _Machine, own_pid: int) -> Iterable[tuple[int, int, int, int]]:
    """Each refusal is spelled out in place, so that no jump is long."""
    yield _LOAD, 0, 0, _ARCHITECTURE_OFFSET
    yield from _refuse_unless(_JUMP_EQUAL, machine.audit)
    yield _LOAD, 0, 0, _NUMBER_OFFSET
    yield from _refuse_if(_JUMP_GREATER, _LAST_NATIVE_CALL)
    for number in sorted(machine.refused):
        yield from _refuse_if(_JUMP_EQUAL, number)
    for number, flags in machine.opens.items():
        yield _JUMP_EQUAL, 0, 4, number
        yield _LOAD, 0, 0, _ARGUMENTS_OFFSET + 8 * flags
        yield from _refuse_if(_JUMP_ANY_BIT, _CHANGING_FLAGS)
        yield _RETURN, 0, 0, _ALLOW
    yield _JUMP_EQUAL, 0, 3, machine.self_signal
    yield _LOAD, 0, 0, _ARGUMENTS_OFFSET
    yield from _refuse_unless(_JUMP_EQUAL, own_pid)
    yield _RETURN, 0, 0, _ALLOW


def _refuse_if(test: int, value: int) -> Iterable[tuple[int, int, int, int]]:
    yield test, 0, 1, value
    yield _RETURN, 0, 0, _REFUSE


def _refuse_unless(test: int, value: int) -> Iterable[tuple[int, int, int, int]]:
    yield test, 1, 0, value
    yield _RETURN, 0, 0, _REFUSE

"""Refusing system calls for the rest of this process's life, and for its children (Linux, seccomp(2)).

What is refused: opening sockets, and looking into other processes of the same user, which hold our secrets.
"""

import ctypes
import errno
import platform
import struct
import sys
from typing import NamedTuple

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _FILTER_MODE = 38, 22, 2
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF_0000, 0x0005_0000 | errno.EPERM
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4
# The x32 calls of x86-64 are the same calls under other numbers.
_X32 = 0x4000_0000


class _Architecture(NamedTuple):
    """`calls`: socket, ptrace, process_vm_readv, process_vm_writev, io_uring_setup."""

    audit_code: int
    calls: tuple[int, ...]


_ARCHITECTURES = {
    "x86_64": _Architecture(0xC000_003E, (41, 101, 310, 311, 425)),
    "aarch64": _Architecture(0xC000_00B7, (198, 117, 270, 271, 425)),
}


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p)]


def renounce_privileges() -> None:
    """No program started from here may gain any; the kernel asks for this before it lets a process confine itself."""
    if sys.platform == "linux":
        _must(ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))


def refuse_network() -> None:
    """Needs `renounce_privileges` first. Does nothing where there is no seccomp: macOS, other processors.

    Raises OSError when the kernel declines.
    """
    architecture = _ARCHITECTURES.get(platform.machine())
    if sys.platform != "linux" or architecture is None:
        return
    program = _compiled(architecture)
    libc = ctypes.CDLL(None, use_errno=True)
    header = _Program(len(program) // 8, program)
    _must(libc.prctl(_PR_SET_SECCOMP, _FILTER_MODE, ctypes.byref(header), 0, 0))


def _must(result: int) -> None:
    if result:
        raise OSError(ctypes.get_errno(), "seccomp")


def _compiled(architecture: _Architecture) -> bytes:
    refused = len(architecture.calls) + 2  # how far the last instruction is from the first comparison of a number
    steps = [(_LOAD, 0, 0, _ARCHITECTURE_AT), (_IF_EQUAL, 0, refused + 1, architecture.audit_code)]
    steps += [(_LOAD, 0, 0, _NUMBER_AT), (_IF_AT_LEAST, refused - 1, 0, _X32)]
    for position, call in enumerate(architecture.calls):
        steps.append((_IF_EQUAL, refused - 2 - position, 0, call))
    steps += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE)]
    return b"".join(struct.pack("HBBI", *step) for step in steps)

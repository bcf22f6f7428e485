"""Reading nothing but what reading a resume needs, for the rest of this process's life (Linux 5.13, landlock(7))."""

import ctypes
import os
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

# The same on every processor.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_PATH_BENEATH = 1
_READ_FILE, _READ_FOLDER = 0x4, 0x8
# Reading, writing, making and removing of any kind; executing is left alone, for tesseract.
_GOVERNED = 0x1FFE

_PACKAGE = Path(__file__).resolve().parent.parent
_SYSTEM = ("/usr", "/lib", "/lib64", "/opt", "/nix/store", "/etc/ld.so.cache", "/etc/fonts", "/dev/null")


def read_only(folders: Iterable[Path]) -> None:
    """From now on: reading inside of `folders`, of Python and of the system's libraries; writing nowhere. Does nothing
    where the kernel has no Landlock. Needs `syscalls.renounce_privileges` first. Raises OSError."""
    libc = ctypes.CDLL(None, use_errno=True)
    governed = struct.pack("Q", _GOVERNED)
    ruleset = libc.syscall(_CREATE_RULESET, governed, len(governed), 0) if sys.platform == "linux" else -1
    if ruleset < 0:
        return
    for path in {*map(Path, _SYSTEM), Path(sys.prefix), Path(sys.base_prefix), _PACKAGE, *folders}:
        if path.exists():
            _allow(libc, ruleset, path)
    if libc.syscall(_RESTRICT_SELF, ruleset, 0):
        raise OSError(ctypes.get_errno(), "landlock")
    os.close(ruleset)


def _allow(libc: ctypes.CDLL, ruleset: int, path: Path) -> None:
    descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    access = _READ_FILE | _READ_FOLDER if path.is_dir() else _READ_FILE
    try:
        if libc.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, struct.pack("=Qi", access, descriptor), 0):
            raise OSError(ctypes.get_errno(), "landlock")
    finally:
        os.close(descriptor)

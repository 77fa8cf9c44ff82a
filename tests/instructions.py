"""Run by Python 3.13: prints the code objects that differ between two library zips, GET_ITER left aside.

Usage: python3.13 instructions.py one.zip other.zip
"""

from __future__ import annotations

import dis
import marshal
import sys
import zipfile
from collections.abc import Iterator
from types import CodeType

ATTRIBUTES = (
    "co_names", "co_varnames", "co_freevars", "co_cellvars", "co_flags", "co_stacksize", "co_argcount",
    "co_posonlyargcount", "co_kwonlyargcount", "co_filename", "co_qualname", "co_firstlineno",
)  # fmt: skip
IGNORED = {"GET_ITER", "EXTENDED_ARG"}


def instructions(code: CodeType) -> list[tuple[str, object]]:
    """Names and arguments; offsets of jumps, which GET_ITER moves, are left out."""
    return [
        (step.opname, None if step.opcode in dis.hasjump or isinstance(step.argval, CodeType) else step.argval)
        for step in dis.get_instructions(code)
        if step.opname not in IGNORED
    ]


def differences(one: CodeType, other: CodeType) -> Iterator[str]:
    """Qualified names of the code objects that differ, at any depth."""
    unlike = [name for name in ATTRIBUTES if getattr(one, name) != getattr(other, name)]
    if instructions(one) != instructions(other):
        unlike.append("instructions")
    constants = list(zip(one.co_consts, other.co_consts, strict=True))
    if any(a != b for a, b in constants if not isinstance(a, CodeType)):
        unlike.append("constants")
    if unlike:
        yield f"{one.co_filename} {one.co_qualname}: {', '.join(unlike)}"
    for a, b in constants:
        if isinstance(a, CodeType) and isinstance(b, CodeType):
            yield from differences(a, b)


def main(first: str, second: str) -> int:
    with zipfile.ZipFile(first) as one, zipfile.ZipFile(second) as other:
        found = ["not the same modules"] if one.namelist() != other.namelist() else []
        for name in one.namelist() if not found else []:
            if not name.endswith(".pyc"):
                found += [name] if one.read(name) != other.read(name) else []
                continue
            pair = [marshal.loads(archive.read(name)[16:]) for archive in (one, other)]
            found += differences(*pair)
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

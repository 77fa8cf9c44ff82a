"""Turn a zip of .py or .pyc files, and data, into the stored zip of byte code that is shipped.

Needs Python 3.13, the runtime's: run by the host's on what `pyodide py-compile`
made, or inside Pyodide on the sources. Both give the same bytes, because the code is
written again here, in a form that does not depend on who compiled it.
Standard library only.
"""

import importlib.util
import marshal
import sys
import zipfile
from types import CodeType

# Unchecked hash (PEP 552): nobody compares with a source that is not there.
HEADER = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)
HEADER_SIZE = 16

# Later marshal versions mark shared objects by their reference count at writing time,
# which differs from one interpreter to the next.
MARSHAL_VERSION = 2


def without_lines(code: CodeType) -> CodeType:
    """The same code without line numbers, which only serve tracebacks."""
    constants = tuple(without_lines(item) if isinstance(item, CodeType) else item for item in code.co_consts)
    return code.replace(co_linetable=_no_lines(len(code.co_code) // 2), co_consts=constants)


def _no_lines(units: int) -> bytes:
    """A line table that says "no line" of every code unit. An empty one makes traceback's printing fail.

    One byte covers up to 8 units: 1, then 15 ("no location") in 4 bits, then units - 1 in 3."""
    whole, rest = divmod(units, 8)
    return b"\xff" * whole + (bytes([0xF8 | (rest - 1)]) if rest else b"")


def byte_code(name: str, data: bytes) -> CodeType:
    """Code of a .pyc (as compiled) or of a .py (compiled here, level 2)."""
    if name.endswith(".pyc"):
        loaded: CodeType = marshal.loads(data[HEADER_SIZE:])
        return loaded
    return compile(data, name, "exec", dont_inherit=True, optimize=2)


def write_archive(source: str, target: str) -> None:
    """Write every module of `source` to `target`, and its data as they are: sorted, stored, dated 1980."""
    if sys.version_info[:2] != (3, 13):
        raise RuntimeError(f"Python 3.13 expected, not {sys.version.split()[0]}")
    with zipfile.ZipFile(source) as archive:
        found = dict(packed(name, archive.read(name)) for name in archive.namelist())
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(found):
            member = zipfile.ZipInfo(name)
            member.create_system = 3
            member.external_attr = 0o644 << 16
            archive.writestr(member, found[name])


def packed(name: str, data: bytes) -> tuple[str, bytes]:
    """Name and content of a member as it is shipped."""
    if not name.endswith((".py", ".pyc")):
        return name, data
    code = without_lines(byte_code(name, data))
    return name.removesuffix("c").removesuffix(".py") + ".pyc", HEADER + marshal.dumps(code, MARSHAL_VERSION)


if __name__ == "__main__":
    write_archive(sys.argv[1], sys.argv[2])

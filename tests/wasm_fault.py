"""A WebAssembly module with one function made to trap: what a runtime cut too short does when it is used."""

from __future__ import annotations

EXPORT, IMPORT, CODE = 7, 2, 10
FUNCTION = 0
# No local, then the instructions `unreachable` and `end`.
TRAP = bytes([3, 0, 0x00, 0x0B])


def with_trap(module: bytes, name: str) -> bytes:
    """`module` with the exported function `name` emptied, so that calling it traps. KeyError when it has none."""
    sections = _sections(module)
    index = _exported(module, sections[EXPORT][0], name) - _imported(module, sections[IMPORT][0])
    begin, end = sections[CODE]
    count, at = _unsigned(module, begin)
    start = at
    for number in range(count):
        size, body = _unsigned(module, at)
        if number == index:
            content = module[begin:start] + module[start:at] + TRAP + module[body + size : end]
            header = module[: _header(module, begin)]
            return header + bytes([CODE]) + _leb(len(content)) + content + module[end:]
        at = body + size
    raise KeyError(name)


def _sections(module: bytes) -> dict[int, tuple[int, int]]:
    found: dict[int, tuple[int, int]] = {}
    at = 8
    while at < len(module):
        kind = module[at]
        size, begin = _unsigned(module, at + 1)
        found.setdefault(kind, (begin, begin + size))
        at = begin + size
    return found


def _header(module: bytes, begin: int) -> int:
    """Where the section whose content starts at `begin` has its own first byte."""
    at = 8
    while True:
        size, content = _unsigned(module, at + 1)
        if content == begin:
            return at
        at = content + size


def _exported(module: bytes, at: int, wanted: str) -> int:
    count, at = _unsigned(module, at)
    for _ in range(count):
        name, at = _name(module, at)
        kind = module[at]
        index, at = _unsigned(module, at + 1)
        if name == wanted and kind == FUNCTION:
            return index
    raise KeyError(wanted)


def _imported(module: bytes, at: int) -> int:
    """How many functions are imported: they come first in the numbering."""
    count, at = _unsigned(module, at)
    functions = 0
    for _ in range(count):
        at = _name(module, _name(module, at)[1])[1]
        kind, at = module[at], at + 1
        functions += kind == FUNCTION
        at = _skip(module, kind, at)
    return functions


def _skip(module: bytes, kind: int, at: int) -> int:
    """After the description of an import: function, table, memory, global or tag."""
    if kind in (0, 4):
        return _unsigned(module, at + (kind == 4))[1]
    if kind == 3:
        return at + 2
    at += kind == 1
    flags, at = _unsigned(module, at)
    for _ in range(1 + (flags & 1)):
        at = _unsigned(module, at)[1]
    return at


def _name(module: bytes, at: int) -> tuple[str, int]:
    size, at = _unsigned(module, at)
    return module[at : at + size].decode(), at + size


def _unsigned(module: bytes, at: int) -> tuple[int, int]:
    """The LEB128 number at `at`, and where it ends."""
    value = shift = 0
    while True:
        byte = module[at]
        value |= (byte & 0x7F) << shift
        shift, at = shift + 7, at + 1
        if byte < 0x80:
            return value, at


def _leb(value: int) -> bytes:
    made = bytearray()
    while value > 0x7F:
        made.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*made, value])

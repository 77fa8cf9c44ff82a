"""Walks through the instructions of a WebAssembly function, to find what it refers to."""

from __future__ import annotations

from collections.abc import Iterator

from portal.runtime.leb import unsigned
from portal.runtime.wasm import after_locals

BLOCKS = frozenset({0x02, 0x03, 0x04, 0x06})
# Instructions followed by one index or number.
_ONE = frozenset({7, 8, 9, 0x0C, 0x0D, 0x10, 0x12, 0x14, 0x15, 0x18, *range(0x20, 0x27), 0x41, 0x42, 0xD0, 0xD2})
_TWO = frozenset({0x11, 0x13})
_PREFIXED_IMMEDIATES = {8: 2, 9: 1, 10: 2, 11: 1, 12: 2, 13: 1, 14: 2, 15: 1, 16: 1, 17: 1}
GLOBAL_GET, CONST = 0x23, 0x41
MEMORY_ACCESS = range(0x28, 0x3F)
BULK, COPY = 0xFC, 10


def walk(body: bytes) -> Iterator[tuple[int, int, int]]:
    """(opcode, place, place after) of every instruction of a function's `body`. Raises ValueError on an unknown one."""
    place, end = after_locals(body), len(body)
    while place < end:
        start, opcode = place, body[place]
        place = _after(body, place + 1, opcode)
        yield opcode, start, place


def _after(body: bytes, place: int, opcode: int) -> int:
    if opcode in _ONE or opcode in BLOCKS:
        return unsigned(body, place)[1]
    if opcode in MEMORY_ACCESS:
        return _skip(body, place, 2)
    if opcode in (0x3F, 0x40):
        return _skip(body, place, 1)
    if opcode in _TWO:
        return _skip(body, place, 2)
    if opcode == 0x43:
        return place + 4
    if opcode == 0x44:
        return place + 8
    if opcode == 0x0E:
        count, place = unsigned(body, place)
        return _skip(body, place, count + 1)
    if opcode == 0x1C:
        count, place = unsigned(body, place)
        return place + count
    if opcode == BULK:
        number, place = unsigned(body, place)
        return _skip(body, place, _PREFIXED_IMMEDIATES.get(number, 0))
    if opcode <= 0x1F or 0x45 <= opcode <= 0xC4 or opcode == 0xD1:
        return place
    raise ValueError(f"unknown instruction {opcode:#x}")


def _skip(body: bytes, place: int, count: int) -> int:
    for _ in range(count):
        place = unsigned(body, place)[1]
    return place

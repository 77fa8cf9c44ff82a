"""Which data of the WebAssembly nothing reads any more once some of its functions are emptied.

Data are cut into blocks at each address that something holds. A block stays when a kept function, the JavaScript or a
block that stays holds its address, or when the recording saw it read. All of this errs on the side of staying."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from portal.runtime import instructions as ins
from portal.runtime import leb
from portal.runtime.instrument import GRANULE
from portal.runtime.settled import Settled

# An address in an emptied function may lead into the middle of an object that is still used: it is taken for the
# beginning of one only where the compiler puts a large object.
ALIGNMENT, LARGE = 16, 1024
# `table[character - 'a']` is compiled to an address before the table, whose items take up to four bytes.
BEFORE = 4 * ord("a")
# Emptying shorter ones gains nothing.
SHORTEST = 32
_SIGNED_DOCSTRING = re.compile(rb"[^\0]*\n--\n\n[^\0]*")
_MARSHALLED_CODE = 0xE3
Ranges = tuple[tuple[int, int], ...]


def dead(settled: Settled, kept: frozenset[int], exported: Iterable[int], read: Sequence[int]) -> tuple[Ranges, Ranges]:
    """Ranges of `settled.data` to empty, sorted and apart: what nothing reads, and docstrings.

    `kept` are numbers of functions, `exported` the places that the JavaScript knows, `read` has a true item for each
    GRANULE bytes that the recording saw read. Docstrings are read at the start, and shown to nobody."""
    size = len(settled.data)
    live = _referred(settled, kept) | {place for place in exported if 0 <= place < size}
    pointed = {place for place in settled.pointers.values() if place is not None and 0 <= place < size}
    marks = bytearray(size)
    for start, end in [*_unreachable(settled, live, pointed, kept, read), *_frozen(settled, read)]:
        marks[start:end] = b"\1" * (end - start)
    starts = sorted(live | pointed)
    for start, end in _docstrings(settled):
        # The linker lets a string that ends another share its bytes.
        shared = bisect_right(starts, start)
        last = min(end, starts[shared]) if shared < len(starts) else end
        marks[start:last] = b"\2" * (last - start)
    return _ranges(settled.data, marks, b"\1"), _ranges(settled.data, marks, b"\2")


def unread(dead: Ranges, read: Sequence[int]) -> bool:
    """Whether no read began in any of the ranges `dead`, but for the granules they share with what stays."""
    return not any(any(read[-(-start // GRANULE) : end // GRANULE]) for start, end in dead)


def _ranges(data: bytes, marks: bytearray, mark: bytes) -> Ranges:
    runs = (_after_text(data, *run.span()) for run in re.finditer(mark + b"+", bytes(marks)))
    return tuple((start, end) for start, end in runs if end - start >= SHORTEST and any(data[start:end]))


def _after_text(data: bytes, start: int, end: int) -> tuple[int, int]:
    """The range without the end of a text that begins before it."""
    if start and data[start - 1]:
        start = min(end, data.index(0, start) + 1)
    return start, end


def _referred(settled: Settled, functions: Iterable[int]) -> set[int]:
    size = len(settled.data)
    places = (place for n in functions for place in _addresses(settled.bodies[n], settled.base))
    return {place for place in places if 0 <= place < size}


def _unreachable(
    settled: Settled, live: set[int], pointed: set[int], kept: frozenset[int], read: Sequence[int]
) -> Iterator[tuple[int, int]]:
    borders = _borders(settled, live, pointed, kept)
    blocks = dict(pairwise(borders))
    reached = {start for start, end in blocks.items() if start in live or _any_read(read, start, end)}
    for place in live:
        reached.update(borders[bisect_left(borders, place) : bisect_right(borders, place + BEFORE)])
    reached &= blocks.keys()
    sources = sorted(settled.pointers)
    waiting = list(reached)
    while waiting:
        start = waiting.pop()
        for source in sources[bisect_left(sources, start - 3) : bisect_left(sources, blocks[start])]:
            target = settled.pointers[source]
            if target in blocks and target not in reached:
                reached.add(target)
                waiting.append(target)
    return ((start, end) for start, end in blocks.items() if start not in reached)


def _borders(settled: Settled, live: set[int], pointed: set[int], kept: frozenset[int]) -> list[int]:
    sure = sorted({0, len(settled.data)} | live | pointed)
    dropped = _referred(settled, frozenset(range(len(settled.bodies))) - kept)
    aligned = (place for place in dropped if place % ALIGNMENT == 0)
    likely = {place for place in aligned if sure[bisect_right(sure, place)] - place >= LARGE}
    return sorted({*sure, *likely})


def _addresses(body: bytes, base: int) -> Iterator[int]:
    """Places of the data that `body` may mean by a constant, whether added to another or not."""
    for opcode, place, _ in ins.walk(body):
        if opcode == ins.CONST:
            value = leb.signed(body, place + 1)
        elif opcode in ins.MEMORY_ACCESS:
            value = leb.unsigned(body, leb.unsigned(body, place + 1)[1])[0]
        else:
            continue
        yield value
        yield value - base


def _docstrings(settled: Settled) -> Iterator[tuple[int, int]]:
    """Those of compiled functions and types: the Python library has lost its own too (-OO)."""
    data, pointers = settled.data, settled.pointers
    yield from (found.span() for found in _SIGNED_DOCSTRING.finditer(data))
    for place, name in pointers.items():
        # PyMethodDef: name, function, flags, docstring.
        function, flags, docstring = pointers.get(place + 4, 0), data[place + 8 : place + 12], pointers.get(place + 12)
        plain = place + 8 not in pointers and int.from_bytes(flags, "little") < 0x400
        if name is not None and function is None and docstring is not None and plain:
            yield docstring, data.index(0, docstring)


def _frozen(settled: Settled, read: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Modules inside the WebAssembly (struct _frozen: name, code, size). Importing an emptied one is a Python error."""
    data, pointers = settled.data, settled.pointers
    for place, name in pointers.items():
        start = pointers.get(place + 4)
        if name is None or start is None or not 0 <= start < len(data) or data[start] != _MARSHALLED_CODE:
            continue
        end = start + int.from_bytes(data[place + 8 : place + 12], "little")
        if start < end <= len(data) and not _any_read(read, start, end):
            yield start, end


def _any_read(read: Sequence[int], start: int, end: int) -> bool:
    return any(read[start // GRANULE : -(-end // GRANULE)])

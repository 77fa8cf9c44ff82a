"""Bytes as changes made to a good value: a fuzzer that writes JSON sign by sign seldom goes past its reader."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

_DEEP: list[Any] = []
for _ in range(200):
    _DEEP = [_DEEP]
ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 7, 1 << 60, 10**400, 0.5, float("inf"), float("nan"), "", "x", "?", "fr", "1", "²",
    "\0", "\r\n", "\ud800", "\u202e\x1b[2J", "\ue000x\ue001", "{{ 7*7 }}", "<script>]]>", "../x", "0" * 64,
    "9" * 5000, "a" * 7000, "2026-02-31", "2026-W48-1", "2026-11-23", "9999-12-31", "0001-01-01", "２０２６-11-23", [],
    [[]], ["x"], {}, {"x": {}}, _DEEP,
)  # fmt: skip
_STEP = 4


def edited(good: Any, data: bytes) -> Any:
    """A copy of `good` with a change for each four bytes of `data`: which part, and what becomes of it."""
    whole = [copy.deepcopy(good)]
    for start in range(0, len(data) - _STEP + 1, _STEP):
        where, which, kind, what = data[start : start + _STEP]
        places = [*_places(whole)]
        holder, key = places[(where * 256 + which) % len(places)]
        odd = copy.deepcopy(ODD[what % len(ODD)])
        if kind % 8 == 0 and isinstance(holder, dict):
            del holder[key]
        elif kind % 8 == 1 and isinstance(holder, dict):
            # Another name for it.
            holder[str(odd)] = holder.pop(key)
        elif kind % 8 == 2:
            # A list of its names, where a mapping was.
            holder[key] = list(holder[key]) if isinstance(holder[key], dict) else [holder[key]]
        elif kind % 8 == 3 and isinstance(holder[key], list):
            holder[key] += copy.deepcopy(holder[key])[:50]
        elif kind % 8 == 4:
            other, name = places[what % len(places)]
            holder[key] = copy.deepcopy(other[name]) if len(places) < 2_000 else odd
        elif kind % 8 == 5 and isinstance(holder[key], str):
            cut = what % (len(holder[key]) + 1)
            holder[key] = f"{holder[key][:cut]}{ODD[which % len(ODD)]}{holder[key][cut:]}"
        else:
            holder[key] = odd
    return whole[0]


def _places(holder: Any) -> Iterator[tuple[Any, Any]]:
    """Each part of a value, as what holds it and its key there, without going too deep."""
    waiting: list[tuple[Any, int]] = [(holder, 0)]
    while waiting:
        found, depth = waiting.pop()
        if depth > 6:
            continue
        for key, value in list(found.items() if isinstance(found, dict) else enumerate(found)):
            yield found, key
            if isinstance(value, dict | list):
                waiting.append((value, depth + 1))

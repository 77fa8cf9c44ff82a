"""Run inside Pyodide, with its functions noted: everything the page may ever ask of Python, and what may go wrong.

Each thing that runs here is a thing that the small runtime can do. Extend it with the checker.
"""

from __future__ import annotations

import gc
import importlib
import json
import re
import sys
import traceback
import warnings
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from portal.runtime.inside.language import LANG
from portal.runtime.inside.letters import typed_in, write_all

PIECES = ("é", "ß", "ﬁ", "Ⅷ", "٣", "中", "한", "😀", "a\u0301", "\u202e", "İ", "\ud800", "\x00", "\u00a0", "\ufeff")
# Letters are slow to write under the recorder: for one request out of so many, besides those of inside/letters.
EVERY = 60
MODULES = ("checker.letters", "checker.papers")


def exercise(requests: str) -> int:
    """Ask every call about each request of the JSON list `requests`, and have every letter written.

    Return the number of characters answered."""
    from checker.browser import call

    total = len(repr(write_all()))
    for number, text in enumerate(json.loads(requests)):
        for name in ("consult", "papers"):
            total += len(call(name, text)) + len(call(name, translated(text)))
        if number % EVERY == 0:
            total += sum(map(len, [*letters(text), *letters(translated(text))]))
    for action in ACCIDENTS:
        total += len(attempt(action))
    return total


def translated(text: str) -> str:
    """The request `text`, in the language that was installed."""
    return json.dumps(json.loads(text) | {"lang": LANG})


def letters(text: str) -> list[str]:
    """Every letter for the request `text`, in a language that is there and in one that is not, with fields that are
    filled, strange or missing."""
    from checker.browser import call

    listed = call("letters", text)
    made = [listed]
    for entry in json.loads(listed)["letters"]:
        typed = {field["id"]: typed_in(field) for field in entry["fields"]}
        for lang in ("ar", "xx"):
            for fields in (typed, {}, dict.fromkeys(typed, 3)):
                argument = {"request": json.loads(text), "id": entry["id"], "fields": fields, "copy": lang}
                made.append(call("letter", json.dumps(argument)))
                # The collector may come at any moment, and must know every kind of object that is there.
                gc.collect()
    return made


def attempt(action: Callable[[], Any]) -> str:
    """The text of what `action` returns, or of the traceback it ends with."""
    try:
        return repr(action())
    except BaseException as error:
        return "".join(traceback.format_exception(error)) + str(error)


def _recursion() -> Any:
    return _recursion()


def _chained() -> None:
    empty: dict[str, int] = {}
    try:
        empty["absent"]
    except KeyError as error:
        raise ValueError("chained é", 3) from error


def _grown() -> int:
    return len(bytes(1 << 27))


def _memory() -> int:
    return len(bytes(1 << 33))


def _parse() -> Any:
    scope: dict[str, Any] = {}
    exec(SOURCE, scope)
    return scope["result"], eval("1 +")


SOURCE = '''
import json, sys
from checker.browser import call as asked, install
class Thing:
    """A class."""
    def __init__(self, *values, **named): self.values = values
    @property
    def first(self): return self.values[0]
def made(a, b=2, *, c: int = 3):
    global counter
    counter = 0
    for i, x in enumerate([1, 2, 3]):
        if i and not x % 2: continue
        counter += i * x - x // 2
    while counter > 100: break
    with open("/tmp/note", "w") as file: file.write(f"{a!r:>5} {b:.2f} {c:05d}")
    try: raise KeyError(a)
    except (KeyError, ValueError) as e: return [y for y in range(4) if y], {1: 2, **{}}, {3}, (lambda z: z)(a)
    finally: counter = -1
result = made("é"), Thing(1, b=2).first, sys.path[:1], [*range(3)], 1 if made else 2, not True or None
assert result[0]
del Thing
'''


def _texts() -> list[Any]:
    joined = "".join(PIECES) * 3
    numbers = [10**40, -(3**70), 2**31, 0.1, 1e300, -0.0, 7 // 3, divmod(-7, 3), 2**64 // 7, int("9" * 300)]
    return [
        [joined.upper(), joined.lower(), joined.casefold(), joined.title(), joined.split()],
        [joined.strip(), joined[::-1]],
        [p.isalpha() or p.isdigit() or p.isspace() or p.isidentifier() or p.isprintable() for p in PIECES],
        [joined.encode("utf-8", "surrogatepass").decode("utf-8", "replace")],
        [joined.encode("ascii", "backslashreplace")],
        [joined.replace("é", "e").find("e"), joined.partition("中"), joined.center(80, "·")],
        [joined.translate({233: "e"})],
        [f"{n:>30} {n!r}" for n in numbers],
        [json.dumps(numbers[3:6]), json.loads('[1e5, 12345678901234567890, "\\ud83d\\ude00", {"a": [null, true]}]')],
        sorted(PIECES * 5, key=lambda p: (len(p), p), reverse=True),
        [{"a": 1} | {"b": 2}, {1, 2} & {2, 3}, {1} ^ {2}, frozenset("ab") - {"a"}, list(zip("ab", "cd", strict=True))],
        ["%s %d %5.1f %r" % ("é", 3, 2.5, None), "{:,} {!s:^9}".format(1234567, "x"), "a\tb".expandtabs()],  # noqa: UP031
        [re.sub(r"(\w+)\s(?P<n>\d+)", r"\2 \1", "été 12"), re.split("[,;] *", "a, b;c"), re.findall("(?i)É", joined)],
        [bytes(range(256)).hex()[:20], bytearray(b"ab") + b"c", memoryview(b"abc")[1:].tobytes(), b"%d" % 3],
        [round(2.675, 2), abs(-3), pow(3, 100, 7), int("0x1f", 16), float("1e-7"), complex(1, 2)],
    ]


def _days() -> list[Any]:
    days = [date(2026, 1, 31) + timedelta(days=step * 97) for step in range(60)]
    texts = [day.isoformat() + day.strftime(" %d/%m/%Y %A") for day in days]
    return [texts, max(days) - min(days), sorted(days)[0], days[0].replace(year=2024), repr(days[0]), days[0].weekday()]


def _collected() -> int:
    ring: list[Any] = [{}]
    for _ in range(20_000):
        ring = [ring, {"again": [ring]}]
        if len(ring) > 2:
            break
    del ring
    return gc.collect()


def _warned() -> None:
    warnings.warn("careful", stacklevel=1)
    print("é", 1, None, file=sys.stderr)
    print("out", flush=True)
    sys.excepthook(ValueError, ValueError("shown"), None)


def _bad_words() -> None:
    from checker.translation import install

    install("yy", {"?": "", "phrase.date": "{"})


def _bad_requests() -> list[str]:
    from checker.browser import call

    values = ["", "{", "null", "[]", "3", '"a"', "[" * 5000, '{"answers": 3, "dates": [], "today": {}}', "\ud800"]
    names = ("consult", "papers", "letters", "letter", "unknown")
    return [attempt(partial(call, n, v)) for n in names for v in values]


ACCIDENTS: tuple[Callable[[], Any], ...] = (
    _recursion,
    _chained,
    _grown,
    _memory,
    _parse,
    _texts,
    _days,
    _collected,
    _warned,
    _bad_requests,
    _bad_words,
    lambda: 1 / 0,
    lambda: [][1],
    lambda: None + 1,  # type: ignore[operator]
    lambda: "a".absent,  # type: ignore[attr-defined]
    lambda: int("a"),
    lambda: date(2026, 2, 30),
    lambda: date.fromisoformat("2026-13-45"),
    lambda: date.max + timedelta(1),
    lambda: "é".encode("ascii"),
    lambda: b"\xff".decode(),
    lambda: importlib.import_module("absent.module"),
    lambda: open("/absent"),  # noqa: PTH123, SIM115 - pathlib is not shipped
    lambda: next(iter(())),
    lambda: (yield_ for yield_ in [1]).throw(ValueError("thrown")),
    lambda: sys.exit(3),
    lambda: [importlib.import_module(name) for name in MODULES],
    lambda: exec("raise KeyboardInterrupt"),
    lambda: eval("a b"),
    lambda: re.compile("("),
)

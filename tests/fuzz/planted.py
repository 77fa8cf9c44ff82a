"""A target that is at fault: what the fuzzer is worth."""

from __future__ import annotations

from collections.abc import Iterator

WORDS = (b"droits",)


def seeds() -> Iterator[bytes]:
    yield b"x"


def one(data: bytes) -> None:
    # One comparison behind the other: chance alone would take billions of inputs.
    for place, sign in enumerate(b"<&>\xe9"):
        if len(data) <= place or _other(place, data[place], sign):
            return
    raise AssertionError("a planted fault")


def _other(place: int, found: int, sign: int) -> bool:
    # A branch for each place: that is what the fuzzer sees.
    if place == 0:
        return found != sign
    if place == 1:
        return found != sign
    if place == 2:
        return found != sign
    return found != sign

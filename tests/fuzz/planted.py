"""A target that is at fault: what the fuzzer is worth."""

from __future__ import annotations

from collections.abc import Iterator

WORDS = (b"droits",)


def seeds() -> Iterator[bytes]:
    yield b"x"


def one(data: bytes) -> None:
    # Four comparisons one behind the other: chance alone would take billions of inputs.
    if data[:1] == b"#":  # noqa: SIM102
        if data[1:7] == b"droits":  # noqa: SIM102
            if data[7:8] == b"<":  # noqa: SIM102
                if data[8:9] == b"\xe9":
                    raise AssertionError("a planted fault")

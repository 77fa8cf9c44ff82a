"""Texts that people write in any editor."""

from __future__ import annotations

from pathlib import Path

from portal.errors import BuildError


def read(path: Path, name: str) -> str:
    """The text of a file in UTF-8, without byte order mark. `name` is the file, for messages.

    Raises BuildError, with the line, for another encoding."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"{name}:{line}: not UTF-8: byte 0x{data[error.start]:02x}."
        raise BuildError(message, "save the file as UTF-8 text.") from None

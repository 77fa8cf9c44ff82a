"""mirror.yml, which a volunteer writes by hand: read, or refused in lines that name the file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from portal.errors import BuildError
from portal.mirrors import config
from portal.verify import fields
from tests.fuzz.words import YAML
from tests.mirror_files import WHOLE

WORDS = (*YAML, *(f"{field.name.rpartition('.')[2]}: ".encode() for field in fields.FIELDS), b"local:\n  ")


def seeds() -> Iterator[bytes]:
    yield WHOLE.encode()
    yield from (f"{line}\n".encode() for line in WHOLE.splitlines() if line.strip())


def one(data: bytes) -> None:
    path = Path(tempfile.gettempdir(), config.FILE)
    path.write_bytes(data)
    try:
        found = config.load(path)
    except BuildError as error:
        assert all(line.startswith(config.FILE) for line in str(error).splitlines()), error
        assert error.remedy
        return
    assert fields.read(dict(found.values) | {"local": None})[0].keys() == found.values.keys()
    assert all(isinstance(text, str) for text in fields.for_templates(found.values).values())

"""mirrors.yml, the list of known copies: read, or refused in lines that name the file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from portal.errors import BuildError
from portal.mirrors import registry
from tests.fuzz.words import YAML

WORDS = (
    *YAML, b"- adresse: https://a.fr/\n  ", b"nom: ", b"contact: a@b.fr\n  ", b"depuis: ", b"langues: [fr, ar]\n",
    b"http://[::1]/",
)  # fmt: skip
_COPY = """\
- adresse: https://lilas.example/droits/
  nom: Lilas
  contact: bonjour@lilas.example
  depuis: 2026-11-23
"""


def seeds() -> Iterator[bytes]:
    yield _COPY.encode()
    yield f"{_COPY}  langues: [fr, ar]\n{_COPY.replace('lilas', 'rose')}".encode()
    yield _COPY.replace("https://lilas.example", "http://127.0.0.1:8000").encode()


def one(data: bytes) -> None:
    path = Path(tempfile.gettempdir(), "mirrors.yml")
    path.write_bytes(data)
    try:
        copies = registry.load(path)
    except BuildError as error:
        assert all(line.startswith(path.name) for line in str(error).splitlines()), error
        assert error.remedy
        return
    for copy in copies:
        # Each is then asked for: the address must be one.
        assert urlsplit(copy.address).hostname and copy.host, copy
        assert copy.address.startswith(("https://", "http://127.0.0.1", "http://localhost", "http://[::1]")), copy

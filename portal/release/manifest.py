"""The manifests of a release, and the statement that is signed: what the edition holds and until when it is good."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from portal.edition import Edition
from portal.release import layout

FORMAT = 1


def write(
    site: Path, edition: Edition, *, rules: str, fingerprints: Mapping[str, str], languages: Iterable[str]
) -> Path:
    """Writes the sizes, both manifests and the statement of the folder `site`, whose every other file is written;
    returns the statement's path.

    `rules` is the fingerprint of the rule base (portal.exports); `fingerprints`, what the papers of each language print
    (portal.printing.fingerprint). Same folder, same bytes."""
    # Those of another edition would otherwise be measured with the rest.
    for name in (layout.STATEMENT, layout.MANIFEST, layout.MANIFEST_COMPRESSED, layout.SIZES):
        (site / name).unlink(missing_ok=True)
    (site / layout.EDITION).mkdir(exist_ok=True)
    listed = [name for name in layout.names(site) if layout.signed(name)]
    sizes = {name: (site / name).stat().st_size for name in listed}
    (site / layout.SIZES).write_text(_json(sizes, indent=None), "utf-8")
    plain = sorted([*(name for name in listed if not layout.compressed(name)), layout.SIZES])
    manifest = _sums(site, plain)
    beside = _sums(site, filter(layout.compressed, listed))
    (site / layout.MANIFEST).write_bytes(manifest)
    (site / layout.MANIFEST_COMPRESSED).write_bytes(beside)
    statement = site / layout.STATEMENT
    statement.write_text(
        _json(
            {
                "format": FORMAT,
                "name": layout.NAME,
                "edition": int(edition.number),
                "date": edition.date.isoformat(),
                "law_checked": edition.date.isoformat(),
                "expires": edition.expires.isoformat(),
                "rules": rules,
                "fingerprints": dict(fingerprints),
                "languages": list(languages),
                "files": len(plain),
                "bytes": sum((site / name).stat().st_size for name in plain),
                "manifest": hashlib.sha256(manifest).hexdigest(),
                "compressed": hashlib.sha256(beside).hexdigest(),
            }
        ),
        "utf-8",
    )
    return statement


def folders(site: Path) -> list[tuple[str, int, int]]:
    """(first folder, or "" for the top; number of files; bytes) of what the manifest will list of `site`."""
    found: dict[str, list[int]] = {}
    for name in layout.names(site):
        if layout.signed(name) and not layout.compressed(name):
            found.setdefault(name.partition("/")[0] if "/" in name else "", []).append((site / name).stat().st_size)
    return [(name, len(sizes), sum(sizes)) for name, sizes in sorted(found.items())]


def _sums(site: Path, listed: Iterable[str]) -> bytes:
    """The lines that `sha256sum -c` reads."""
    lines = []
    for name in listed:
        with (site / name).open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {name}\n")
    return "".join(lines).encode()


def _json(value: Any, indent: int | None = 1) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent) + "\n"

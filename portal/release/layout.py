"""Where the parts of a release stand in the folder of a copy, and which of them the manifests leave out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

NAME = "droits-en-attente"
EDITION = "edition"
STATEMENT = f"{EDITION}/edition.json"
MANIFEST = f"{EDITION}/MANIFEST.txt"
MANIFEST_COMPRESSED = f"{EDITION}/MANIFEST-compresse.txt"
SIZES = f"{EDITION}/tailles.json"
SIGNERS = f"{EDITION}/signataires"
SIGNATURES = f"{EDITION}/signatures"
KEYS = f"{EDITION}/cles"
PAGE = f"{EDITION}/index.html"
LOCAL = "local"
HOST = "hebergeur"
COMPRESSED = frozenset({".br", ".gz"})
_UNSIGNED_FILES = frozenset({STATEMENT, MANIFEST, MANIFEST_COMPRESSED, SIGNERS})
_UNSIGNED_FOLDERS = (f"{SIGNATURES}/", f"{KEYS}/", f"{LOCAL}/")


def names(site: Path) -> Iterator[str]:
    """Every file of the folder `site`, from its top, in the order of the manifests: that of code points."""
    return iter(sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()))


def signed(name: str) -> bool:
    """Whether a manifest lists the file: all but what the manifests carry themselves, and what a host writes."""
    return name not in _UNSIGNED_FILES and not name.startswith(_UNSIGNED_FOLDERS)


def compressed(name: str) -> bool:
    """Whether it is the compressed copy of another file, which a copy may do without."""
    return Path(name).suffix in COMPRESSED

"""What of a copy its manifests list; where its parts stand is told by portal.verify, which is packed alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from portal.verify.branding import FOLDER as LOCAL
from portal.verify.layout import (
    COMPRESSED,
    KEYS,
    MANIFEST,
    MANIFEST_COMPRESSED,
    SIGNATURES,
    SIGNERS,
    SIZES,
    STATEMENT,
)

# The names that the rest of portal takes from here.
__all__ = [
    "COMPRESSED", "EDITION", "HOST", "KEYS", "LICENCES", "LOCAL", "MANIFEST", "MANIFEST_COMPRESSED", "MATERIALS",
    "NAME", "PAGE", "SIGNATURES", "SIGNERS", "SIZES", "STATEMENT", "compressed", "names", "signed",
]  # fmt: skip
NAME = "droits-en-attente"
EDITION = "edition"
PAGE = f"{EDITION}/index.html"
LICENCES = f"{EDITION}/licences.txt"
MATERIALS = f"{EDITION}/sbom.cdx.json"
HOST = "hebergeur"
_UNSIGNED_FILES = frozenset({STATEMENT, MANIFEST, MANIFEST_COMPRESSED, SIGNERS})
_UNSIGNED_FOLDERS = (SIGNATURES, KEYS, LOCAL)


def names(site: Path) -> Iterator[str]:
    """Every file of the folder `site`, from its top, in the order of the manifests: that of code points."""
    return iter(sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()))


def signed(name: str) -> bool:
    """Whether a manifest lists the file: all but what the manifests carry themselves, and what a host writes."""
    return name not in _UNSIGNED_FILES and not name.startswith(_UNSIGNED_FOLDERS)


def compressed(name: str) -> bool:
    """Whether it is the compressed copy of another file, which a copy may do without."""
    return name.endswith(COMPRESSED)

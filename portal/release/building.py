"""What the build adds so that an edition can be checked: the fingerprints of its papers, its page, its manifests."""

from __future__ import annotations

import json
from pathlib import Path

from portal import edition as editions
from portal import exports, printing
from portal.languages.catalogue import languages
from portal.pages import Site, environment
from portal.printing import content
from portal.release import keys, layout, manifest, standalone

VERIFIER = f"{layout.HOST}/verify.py"
# The page is in French, as its template.
_TITLE = "L’édition de cette copie"
_SUMMARY = "Le numéro, les dates et les empreintes de l’édition, à comparer avec un papier ou une autre copie."
FINGERPRINTS = f"{layout.EDITION}/empreintes.json"


def sets(root: Path) -> list[bytes]:
    """The sets of keys, as published, the oldest first: what a verifier of this edition starts from."""
    keys.load(root / keys.FOLDER)
    return [file.read_bytes() for file in sorted((root / keys.FOLDER).glob("*.json"))]


def write_verifier(root: Path, site: Path) -> Path:
    """Writes `hebergeur/verify.py`."""
    target = site / VERIFIER
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(standalone.pack(sets(root)))
    return target


def write_page(root: Path, site: Path) -> None:
    """Writes `edition/index.html`, for who compares the papers with the site, and the fingerprints of each language
    beside it. Every other file that the manifest will list is in the folder `site`."""
    edition = editions.load(root)
    printed = [lang for lang, names in printing.products(root).items() if names]
    found = {lang: content.load(root, site, edition, lang).fingerprint for lang in printed}
    (site / layout.EDITION).mkdir(exist_ok=True)
    (site / FINGERPRINTS).write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    env = environment(root)
    pages: Site = env.globals["site"]  # type: ignore[assignment]
    known = keys.load(root / keys.FOLDER)
    folders = manifest.folders(site)
    context = pages.context(layout.PAGE, index=False, title=_TITLE, description=_SUMMARY, summary=_SUMMARY)
    context |= {
        "number": edition.number,
        "fingerprints": {pages.text(lang)["name"]: value for lang, value in found.items()},
        "folders": folders,
        "files": sum(count for _, count, _ in folders),
        "size": sum(size for _, _, size in folders),
        "keys": known[-1].keys if known else (),
        "threshold": known[-1].threshold if known else 0,
    }
    (site / layout.PAGE).write_text(env.get_template("edition.html").render(**context), "utf-8")


def write_manifests(root: Path, site: Path) -> None:
    """Writes the manifests and the statement: every other file of the folder `site` is there, compressed copies too."""
    rules = json.loads((site / exports.FOLDER / "catalogue.json").read_text("utf-8"))["rules"]
    fingerprints = json.loads((site / FINGERPRINTS).read_text("utf-8"))
    manifest.write(
        site, editions.load(root), rules=rules, fingerprints=fingerprints, languages=languages(root)
    )

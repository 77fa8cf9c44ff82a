"""What the build adds so that an edition can be checked: the fingerprints of its papers, its page, its manifests."""

from __future__ import annotations

import json
from pathlib import Path

from portal import edition as editions
from portal import exports, printing
from portal.languages.catalogue import languages
from portal.pages import CANONICAL, Site, environment
from portal.printing import content
from portal.release import keys, layout, manifest, standalone

VERIFIER = f"{layout.HOST}/verify.py"
FINGERPRINTS = f"{layout.EDITION}/empreintes.json"


def trust(root: Path) -> dict[str, bytes]:
    """The sets of keys and their signatures, by file name: what a verifier of this edition starts from."""
    folder = root / keys.FOLDER
    return {file.name: file.read_bytes() for file in sorted([*folder.glob("*.json"), *folder.glob("*.sig")])}


def write_verifier(root: Path, site: Path) -> Path:
    """Writes `hebergeur/verify.py`."""
    target = site / VERIFIER
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(standalone.pack(trust(root)))
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
    sets = keys.load(root / keys.FOLDER)
    folders = manifest.folders(site)
    said = pages.text(CANONICAL)["edition_page"]
    words = {"title": said["title"], "description": said["summary"], "summary": said["summary"]}
    context = pages.context(layout.PAGE, index=False, **words)
    context |= {
        "number": edition.number,
        "fingerprints": {pages.text(lang)["name"]: value for lang, value in found.items()},
        "folders": folders,
        "files": sum(count for _, count, _ in folders),
        "size": sum(size for _, _, size in folders),
        "keys": sets[-1].keys if sets else (),
        "threshold": sets[-1].threshold if sets else 0,
    }
    (site / layout.PAGE).write_text(env.get_template("edition.html").render(**context), "utf-8")


def write_manifests(root: Path, site: Path) -> None:
    """Writes the manifests and the statement: every other file of the folder `site` is there, compressed copies too."""
    rules = json.loads((site / exports.FOLDER / "catalogue.json").read_text("utf-8"))["rules"]
    fingerprints = json.loads((site / FINGERPRINTS).read_text("utf-8"))
    manifest.write(
        site, editions.load(root), rules=rules, fingerprints=fingerprints, languages=languages(root)
    )

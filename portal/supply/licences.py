"""edition/licences.txt: what the edition carries, under which licences, and their whole texts."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path

from portal.supply import parts
from portal.supply.parts import Part

CONTENT = "CC-BY-4.0"
_WIDTH = 78
_HEAD = """\
DROITS EN ATTENTE : LICENCES DE CE QUI EST LIVRÉ
LICENCES OF WHAT IS SHIPPED

Le programme est sous licence MIT ; les textes et les papiers, sous licence CC BY 4.0. Les articles de loi cités sont
publics. D'autres auteurs ont fait ce qui suit. Chaque texte entier est plus bas, sous le nom de ce qu'il concerne.

The program is under the MIT licence; the texts and the papers, under CC BY 4.0. Quoted law is public. Others made what
follows. Each whole text is below, under the names of what it covers.
"""


def text(root: Path, known: Sequence[Part]) -> str:
    """The file, from the licence of the project and those of its parts."""
    return "\n".join([_HEAD, *(_line(part, known) for part in known), "", *_texts(_all(root, known))])


def _line(part: Part, known: Sequence[Part]) -> str:
    holder = next((f", dans {other.name}" for other in known if other.id == part.inside), "")
    version = f" {part.version}" if part.version else ""
    home = f"\n    {part.home}" if part.home else ""
    return f"- {part.name}{version}{holder} : {part.licence}{home}"


def _all(root: Path, known: Sequence[Part]) -> dict[str, list[str]]:
    """Text → what it covers. A text that several parts share word for word stands once."""
    found = {
        (root / "LICENSE").read_text("utf-8"): ["Droits en attente, le programme (MIT)"],
        (parts.HERE / "texts" / f"{CONTENT}.txt").read_text("utf-8"): [
            f"Droits en attente, les textes et les papiers ({CONTENT})"
        ],
    }
    for part in known:
        for _, said in part.texts:
            found.setdefault(said, []).append(f"{part.name} ({part.licence})")
    return found


def _texts(found: dict[str, list[str]]) -> list[str]:
    rule = "=" * _WIDTH
    return [
        f"{rule}\n{textwrap.fill(' ; '.join(covered), _WIDTH)}\n{rule}\n\n{said.strip()}\n"
        for said, covered in found.items()
    ]

"""A letter as an OpenDocument 1.3 text; Jinja2 escapes what is written. Same blocks, same bytes."""

from __future__ import annotations

import io
import pkgutil
import zipfile
from collections.abc import Iterable
from functools import cache

from jinja2.environment import Environment
from jinja2.loaders import FunctionLoader
from jinja2.runtime import StrictUndefined

from checker.letters.blocks import Block

MIMETYPE = "application/vnd.oasis.opendocument.text"
# First and stored, so that a program can tell the kind of file from its first bytes.
PARTS = ("styles.xml", "meta.xml", "META-INF/manifest.xml")
# Times are not part of a letter, and zlib's output differs from one version to the next: stored, 1980.
EPOCH = (1980, 1, 1, 0, 0, 0)

STYLES = {
    "sender": "Expediteur",
    "recipient": "Destinataire",
    "place": "Lieu",
    "subject": "Objet",
    "opening": "Text_20_body",
    "heading": "Heading_20_1",
    "paragraph": "Text_20_body",
    "signature": "Signature",
    "enclosures": "Pieces",
}


def odt(blocks: Iterable[Block]) -> bytes:
    """The bytes of the .odt file."""
    content = _environment().get_template("content.xml").render(blocks=tuple(blocks), styles=STYLES)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        _add(archive, "mimetype", MIMETYPE)
        _add(archive, "content.xml", content)
        for name in PARTS:
            _add(archive, name, _part(name.rpartition("/")[2]))
    return target.getvalue()


def _add(archive: zipfile.ZipFile, name: str, text: str) -> None:
    member = zipfile.ZipInfo(name, EPOCH)
    member.create_system = 3
    member.external_attr = 0o644 << 16
    archive.writestr(member, text.encode("utf-8"))


def _part(name: str) -> str:
    data = pkgutil.get_data(__package__, f"odt_parts/{name}")
    if data is None:
        raise FileNotFoundError(name)
    return data.decode("utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_part),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )

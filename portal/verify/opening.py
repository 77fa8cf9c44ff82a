"""Which kind of place a text names: an address, a folder or an archive."""

from __future__ import annotations

from pathlib import Path

from .findings import Trouble
from .folder import Folder
from .places import Place
from .tarred import TarZst
from .web import Limits, Web
from .zipped import Zip

_ZIP, _ZSTD = b"PK\x03\x04", b"\x28\xb5\x2f\xfd"


def open_place(text: str, limits: Limits | None = None) -> Place:
    """The place that `text` names. Raises Trouble when there is none."""
    if text.startswith(("http://", "https://")):
        return Web(text, limits)
    path = Path(text)
    if path.is_dir():
        return Folder(path)
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        message = (
            f"Introuvable ou illisible ({error.strerror}). Donnez une adresse, un dossier, un .zip ou un .tar.zst."
        )
        raise Trouble("unreachable", "no-place", text, message) from None
    if start == _ZIP:
        return Zip(path)
    if start == _ZSTD:
        return TarZst(path)
    message = "Ni une archive .zip ni une archive .tar.zst. Téléchargez-la à nouveau."
    raise Trouble("unreachable", "archive-damaged", text, message)

"""A mirror.yml that says everything, and a logo."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

WHOLE = """\
# Ce que dit l'hébergeur.
nom: "Les amis de l'accueil"
adresse: "3 rue du Port, 13002 Marseille"
telephone: "+33 4 91 00 00 00"
courriel: "contact@exemple.org"
directeur_publication: "Awa Diallo"
hebergeur_nom: "Hébergeur libre"
hebergeur_adresse: "1 place de l'Horloge, 69000 Lyon"
hebergeur_telephone: "04 78 00 00 00"
journaux_contenu: "Adresse IP, heure, page"
journaux_duree: "7 jours"
contact_erreur: "erreurs@exemple.org"
contact_accessibilite: "acces@exemple.org"
site: "https://exemple.org/droits/"
mise_a_jour: "https://exemple.org/droits-en-attente.zip"
logo: "mon-logo.png"
couleur: "#1f3a93"
langues: [fr, en]
local:
  nom: "Permanence du port"
  adresse: "3 rue du Port"
  horaires: "Mardi, 14 h à 17 h"
  telephone: "04 91 11 11 11"
  acces: "Bus 3"
  vu_le: 2026-11-20
"""


def picture(width: int = 120, height: int = 60) -> bytes:
    """A PNG of one green, so large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x1d\x8a\x4c" * width) * height
    head = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def write(folder: Path, text: str = WHOLE, logo: bytes | None = None) -> Path:
    """mirror.yml and mon-logo.png in `folder`; returns the first."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mon-logo.png").write_bytes(picture() if logo is None else logo)
    path = folder / "mirror.yml"
    path.write_text(text, "utf-8")
    return path

"""A tiny signed release with the tools of those who host it, and keys made for the test."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from portal.edition import Edition
from portal.mirrors import offline_tools
from portal.release import keys as key_sets
from portal.release import layout, manifest, signing
from portal.verify import branding, fields
from tests.release.project import first_set

EDITION = Edition("7", dt.date(2026, 11, 23), dt.date(2027, 2, 21), "https://example.org/")
FILES = {
    "index.html": "<p>Accueil",
    "404.html": "<p>Rien",
    "fr/index.html": "<p>Travail",
    "fr/index.html.gz": "gz",
    "fr/a-é.html": "<p>É",
    "es/index.html": "<p>Trabajo",
    "es/index.html.br": "br",
    "es/solo.html": "<p>Solo",
    "es/etat.json": "{}",
    "assets/site.css": "a{}" * 2000,
    "hebergeur/htaccess.txt": "Options -Indexes\n",
    "hebergeur/modeles/local.css": '{{#nom}}.top::before{content:"{{nom}} · {{telephone}}"}{{/nom}}\n',
    "hebergeur/modeles/fr/mentions.html": "<p>{{nom}}{{^nom}}à compléter{{/nom}} <a href='tel:{{telephone_lien}}'>\n",
    "hebergeur/modeles/es/absent.html": "<p><a href='{{racine}}{{page_francaise}}'>{{page}}</a>\n",
    "sw.js": "//",
}
HOST = {
    "nom": "Les amis de l’accueil",
    "adresse": "3 rue du Port, 13002 Marseille",
    "telephone": "+33 4 91 00 00 00",
    "courriel": "contact@exemple.org",
    "directeur_publication": "Awa <Diallo> & fils",
    "hebergeur_nom": "Hébergeur libre",
    "hebergeur_adresse": "1 place de l’Horloge, Lyon",
    "journaux_contenu": "Rien",
    "journaux_duree": "0 jour",
    "contact_erreur": "contact@exemple.org",
    "contact_accessibilite": "contact@exemple.org",
    "site": "https://exemple.org/droits/",
    "couleur": "#1d5a4c",
}


@dataclass
class Release:
    """The copy in `folder`; `sets`, the folder of its sets of keys; `keys`, private files of the members."""

    folder: Path
    sets: Path
    keys: list[Path] = field(default_factory=list)

    @property
    def trust(self) -> list[bytes]:
        return [path.read_bytes() for path in sorted(self.sets.glob("*.json"))]

    def seal(self, signers: int = 2) -> None:
        """Describes the folder and signs it, by so many of its keys."""
        fingerprints = {"fr": "0123 4567 89ab cdef"}
        manifest.write(self.folder, EDITION, rules="0" * 64, fingerprints=fingerprints, languages=["fr", "es"])
        known = key_sets.load(self.sets)
        signing.install(self.folder, self.sets, known)
        for key in self.keys[:signers]:
            signing.sign(self.folder, known[-1], key)

    def brand(self, data: dict[str, object], logo: bytes = b"") -> None:
        """Writes local/, and the stubs of dropped languages, as `mirror` does."""
        values, faults = fields.read(data)
        assert not faults
        templates = {
            name.removeprefix(branding.TEMPLATES): (self.folder / name).read_bytes()
            for name in layout.names(self.folder)
            if name.startswith(branding.TEMPLATES)
        }
        release = [name for name in layout.names(self.folder) if not name.startswith(layout.LOCAL)]
        shutil.rmtree(self.folder / layout.LOCAL, ignore_errors=True)
        made = branding.files(templates, values, logo, release)
        for name in branding.gone(release, branding.dropped(templates, values)):
            (self.folder / name).unlink()
        for name, content in made.items():
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_bytes(content)


def make(root: Path, folder: Path, more: Callable[[Path], None] = lambda site: None) -> Release:
    """A signed release in `folder`/copie, that nobody has branded; `more` adds files to it before it is signed."""
    site = folder / "copie"
    for name, text in FILES.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")
    more(site)
    keys = first_set(folder)
    release = Release(site, folder / "cles", keys)
    offline_tools.write(root, site, release.trust)
    release.brand({})
    release.seal()
    return release

"""Tiny signed editions, one after the other, and the folder of a mirror that takes them."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from portal.edition import Edition
from portal.mirrors.fetching import Limits
from portal.mirrors.rollback import rollback
from portal.mirrors.swapping import CURRENT, EDITIONS
from portal.mirrors.update import update
from portal.release import archive, keys, layout, manifest, signing
from portal.verify import branding, fields
from tests.host_copy import HOST
from tests.release.project import first_set

TODAY = dt.date(2026, 12, 1)
FIRST = dt.date(2026, 11, 1)
TEMPLATES = {
    "local.css": '{{#nom}}.top::before{content:"{{nom}}"}{{/nom}}\n',
    "fr/mentions.html": "<p>{{nom}}{{^nom}}à compléter{{/nom}}\n",
    "es/absent.html": "<p><a href='{{racine}}{{page_francaise}}'>{{page}}</a>\n",
}
CASES = [{"id": "a", "outcome": "kept", "headline": "Oui, restez", "because": "Loi", "sources": []}]
CATALOGUE: dict[str, Any] = {
    "rules": "0",
    "statuses": {"kept": "Oui", "disputed": "Discuté"},
    "rights": [{"id": "sejour", "title": "Votre séjour", "cases": CASES, "refused": []}],
}
SOURCES = [{"id": "s1", "citation": "CESEDA, art. L. 411-2", "read_on": "2026-11-01"}]
QUICK = Limits(bytes=1_000_000, seconds=20, silence=1, attempts=3, pause=0.01)


@dataclass
class Publisher:
    """Who publishes editions: `folder`/cles, their sets of keys; `own`, the private keys of the newest set."""

    folder: Path
    own: list[Path] = field(default_factory=list)

    @property
    def sets(self) -> Path:
        return self.folder / "cles"

    @property
    def trust(self) -> list[Path]:
        return [self.sets / "0001.json"]

    def edition(
        self,
        number: int,
        *,
        signers: int = 2,
        days: int = 90,
        more: Callable[[Path], None] = lambda site: None,
        where: str = "",
    ) -> Path:
        """The release `number`, dated so many days after FIRST and good for `days`, as a folder; `more` changes it
        before it is signed."""
        site = self.folder / (where or str(number))
        date = FIRST + dt.timedelta(days=number)
        texts = {
            "index.html": f"<p>Accueil de l’édition {number}\n",
            "fr/index.html": f"<p>Travail {number}\n",
            "fr/index.html.gz": "gz",
            "es/index.html": "<p>Trabajo\n",
            "donnees/catalogue.json": json.dumps(CATALOGUE),
            "donnees/sources.json": json.dumps({"sources": SOURCES}),
            **{f"{layout.HOST}/modeles/{name}": text for name, text in TEMPLATES.items()},
        }
        for name, text in texts.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(text, "utf-8")
        more(site)
        templates = {name: text.encode() for name, text in TEMPLATES.items()}
        for name, data in branding.files(templates, fields.read({})[0], b"", texts).items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(data)
        dated = Edition(str(number), date, date + dt.timedelta(days=days), "https://example.org/")
        manifest.write(site, dated, rules="0" * 64, fingerprints={}, languages=["fr", "es"])
        known = keys.load(self.sets)
        signing.install(site, self.sets, known)
        for key in self.own[:signers]:
            signing.sign(site, known[-1], key)
        return site

    def packed(self, number: int, kind: str = "zip", **options: Any) -> Path:
        """The same as an archive: "zip" or "tar.zst"."""
        site = self.edition(number, **options)
        dated = Edition(str(number), FIRST, FIRST, "")
        made = archive.write(site, dated, self.folder / "dist", str(number))
        return made[0 if kind == "zip" else 1]


def publisher(folder: Path) -> Publisher:
    """One with three keys, of which two sign."""
    return Publisher(folder, first_set(folder))


@dataclass
class Mirror:
    """The mirror folder `to`; `lines`: what the last action said."""

    to: Path
    publisher: Publisher
    lines: list[str] = field(default_factory=list)

    def update(self, source: Path | str | None, *, today: dt.date = TODAY, **options: Any) -> int:
        """Runs the action; the first time trusts the publisher's first set of keys."""
        self.lines.clear()
        trust = options.pop("trust", self.publisher.trust)
        return update(
            self.to, source, trust=trust, today=today, limits=QUICK, plain_http=True, say=self.lines.append, **options
        )

    def rollback(self, *, today: dt.date = TODAY, **options: Any) -> int:
        self.lines.clear()
        return rollback(self.to, today=today, say=self.lines.append, **options)

    @property
    def current(self) -> Path:
        return self.to / CURRENT

    @property
    def copies(self) -> list[str]:
        return sorted(path.name for path in (self.to / EDITIONS).iterdir())

    def configure(self, **other: Any) -> None:
        """Writes mirror.yml."""
        self.to.mkdir(parents=True, exist_ok=True)
        (self.to / "mirror.yml").write_text(yaml.safe_dump({**HOST, **other}, allow_unicode=True), "utf-8")

    def leftovers(self) -> list[str]:
        """What does not belong in the folder when nothing is under way."""
        own = {"mirror.yml", "etat.json", EDITIONS, CURRENT, ".verrou"}
        return sorted(path.name for path in self.to.iterdir() if path.name not in own)

    def copy(self, to: Path) -> Mirror:
        """The same folder elsewhere."""
        shutil.copytree(self.to, to, symlinks=True)
        return Mirror(to, self.publisher)


def mirror(to: Path, by: Publisher) -> Mirror:
    """A folder that holds only mirror.yml."""
    made = Mirror(to, by)
    made.configure()
    return made

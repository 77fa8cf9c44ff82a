"""A complete signed release of a dozen files, with keys made for the test: two languages, two of three signatures."""

from __future__ import annotations

import contextlib
import datetime as dt
import gzip
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import brotli

from portal.edition import Edition
from portal.hosting import expected_headers
from portal.release import archive, keys, layout, manifest, signing
from portal.verify import branding, fields
from portal.verify.check import Result, verify
from portal.verify.memory import Memory
from portal.verify.opening import open_place
from portal.verify.web import Limits
from tests.release.project import MEMBERS, key, make_key

EDITION = Edition("7", dt.date(2026, 11, 23), dt.date(2027, 2, 21), "https://example.org/")
TODAY = dt.date(2026, 12, 1)
HOST: dict[str, Any] = {
    "nom": "Asso des Lilas",
    "adresse": "1 rue des Lilas, 75000 Paris",
    "telephone": "01 23 45 67 89",
    "courriel": "bonjour@lilas.example",
    "directeur_publication": "Jeanne Lilas",
    "hebergeur_nom": "Hébergeur",
    "hebergeur_adresse": "2 rue du Serveur, 59000 Lille",
    "journaux_contenu": "adresse IP, heure, page",
    "journaux_duree": "7 jours",
    "contact_erreur": "bonjour@lilas.example",
    "contact_accessibilite": "bonjour@lilas.example",
    "site": "https://lilas.example/droits/",
    "couleur": "#1f3a93",
}
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
_PAGE = '<!doctype html><html lang="{}"><meta charset="utf-8"><title>{}</title>{}<p>' + "Mots. " * 60
_CODE = '<script src="../assets/verifier.js" defer></script><a href="https://www.service-public.gouv.fr/">source</a>'
_TEMPLATES = {
    "local.css": '{{#nom}}.host::before { content: "{{nom}}"; color: #{{couleur_hex}}; }\n{{/nom}}',
    "fr/mentions.html": "<!doctype html><title>Mentions</title>{{^nom}}à compléter{{/nom}}{{#nom}}<p>{{nom}}{{/nom}}",
    "ar/mentions.html": "<!doctype html><title>إشعار</title><p>{{nom}}",
    "ar/absent.html": '<!doctype html><title>Absent</title><a href="{{racine}}{{page_francaise}}">{{page}}</a>',
}


FILES: Mapping[str, str] = {
    "index.html": _PAGE.format("fr", "Accueil", ""),
    "404.html": _PAGE.format("fr", "Absente", ""),
    "fr/index.html": _PAGE.format("fr", "Travail", ""),
    "fr/verifier.html": _PAGE.format("fr", "Vérifier", _CODE),
    "fr/droits.html": _PAGE.format("fr", "Droits", _CODE),
    "ar/index.html": _PAGE.format("ar", "عمل", ""),
    "ar/droits.html": _PAGE.format("ar", "حقوق", _CODE),
    "ar/adresses.json": '{"a": 1}',
    "q/a1/index.html": _PAGE.format("fr", "a1", ""),
    "assets/site.css": "p { margin: 0 }\n" * 30,
    "assets/verifier.js": "export const answer = 42;\n" * 30,
    "assets/search.wasm": "\0asm" * 100,
    "guides/guide.pdf": "%PDF-1.7 of a test",
    "sw.js": "self.skipWaiting();\n",
    "hebergeur/entetes.json": json.dumps(expected_headers(), indent=1),
    "hebergeur/htaccess.txt": "DirectoryIndex index.html\n",
    "hebergeur/_headers": "/*\n  X-Content-Type-Options: nosniff\n",
    **{f"hebergeur/modeles/{name}": text for name, text in _TEMPLATES.items()},
}
_BESIDE = (".html", ".css", ".js", ".json")


@dataclass(frozen=True)
class Mini:
    """`site`: the release as a folder; `sets`, `private`: the folders of the key sets and of the private keys."""

    folder: Path
    edition: Edition = EDITION

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def sets(self) -> Path:
        return self.folder / "cles"

    @property
    def private(self) -> Path:
        return self.folder / "prive"

    @property
    def trust(self) -> Path:
        """The first set of keys, as a reader has it."""
        return self.sets / "0001.json"

    def copy(self, to: Path) -> Mini:
        """The same release in another folder, free to be altered."""
        shutil.copytree(self.folder, to)
        return replace(self, folder=to)

    def describe(self, **other: Any) -> None:
        """Writes the manifests and the statement of the site again, as it is now; no signature is made."""
        edition = replace(self.edition, **other)
        stated = {"rules": "0" * 64, "fingerprints": {"fr": "3f2a 90b1 77c4 0e5d"}, "languages": ["fr", "ar"]}
        manifest.write(self.site, edition, **stated)  # type: ignore[arg-type]

    def sign(self, *names: str, sets: Path | None = None) -> None:
        """Installs the sets of keys, and signs the statement with the keys `names` of the newest."""
        known = keys.load(sets or self.sets)
        signing.install(self.site, sets or self.sets, known)
        for name in names or MEMBERS[:2]:
            signing.sign(self.site, known[-1], self.private / name)

    def brand(self, host: Mapping[str, Any], logo: bytes = b"") -> None:
        """Writes local/ and the stubs of dropped languages, as `mirror` does."""
        values, faults = fields.read(host)
        assert not faults, faults
        models = {name: text.encode() for name, text in _TEMPLATES.items()}
        for name in branding.gone(layout.names(self.site), branding.dropped(models, values)):
            (self.site / name).unlink()
        put(self.site, branding.files(models, values, logo, FILES))

    def pack(self) -> tuple[Path, Path]:
        """The archives of the site as it is: .zip and .tar.zst."""
        return archive.write(self.site, self.edition, self.folder / "dist", "copie")


def build(folder: Path) -> Mini:
    """Makes the release in `folder`."""
    mini = Mini(folder)
    put(mini.site, {name: text.encode() for name, text in FILES.items()})
    compress(mini.site)
    mini.brand({})
    made = [make_key(mini.private, name) for name in MEMBERS]
    keys.new(mini.sets, [key(file) for file in made], threshold=2)
    mini.describe()
    mini.sign()
    return mini


def compress(site: Path) -> None:
    """Writes the compressed copies of what a host serves."""
    for name in FILES:
        if name.endswith(_BESIDE) and not name.startswith("hebergeur/"):
            data = (site / name).read_bytes()
            (site / f"{name}.gz").write_bytes(gzip.compress(data, mtime=0))
            (site / f"{name}.br").write_bytes(brotli.compress(data))


def put(site: Path, files: Mapping[str, bytes]) -> None:
    """Writes `files`, bytes by name, in the folder `site`."""
    for name, data in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)


def check(place: Path | str, trust: Path | None, today: dt.date = TODAY, **options: Any) -> Result:
    """Verifies `place` as the command does, without a pause between requests; makes sure that nothing is written but
    the state file and what goes with the private folder of ssh-keygen."""
    limits = options.pop("limits", Limits(silence=10, base=20, pause=0))
    state = options.pop("state", None)
    before = dict(tree(place.parent)) if isinstance(place, Path) else {}
    with writing() as written:
        memory = Memory(state, str(place))
        with contextlib.closing(open_place(str(place), limits)) as opened:
            result = verify(opened, [trust.read_bytes()] if trust else [], today, memory=memory, **options)
    private = [path for path in written if Path(path).parent.name.startswith("verify-")]
    own = [path for path in written if state and Path(path).parent == state.parent]
    assert sorted({*private, *own}) == sorted(set(written))
    assert not any(Path(path).exists() for path in private)
    assert before == (dict(tree(place.parent)) if isinstance(place, Path) else {})
    return result


_written: list[str] | None = None


@contextlib.contextmanager
def writing() -> Iterator[list[str]]:
    """The files that this process opens to write until the end of the block."""
    global _written
    _written = []
    try:
        yield _written
    finally:
        _written = None


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and _written is not None and isinstance(arguments[0], str | bytes):
        _, mode, flags = arguments
        if set(mode or "") & set("wax+") or (flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            _written.append(os.fsdecode(arguments[0]))


sys.addaudithook(_audit)


def codes(result: Result, level: str = "") -> set[str]:
    """The codes of its findings, of one level or of all."""
    return {finding.code for finding in result.findings if level in ("", finding.level)}


def tree(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every entry below `folder` with its bytes, links as what they name: to compare before and after."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            yield name, str(path.readlink()).encode()
        elif path.is_file():
            yield name, path.read_bytes()

"""mirrors.yml: the copies that are known, and who updates each. Messages are in French, for who keeps the list.

    - adresse: https://lilas.example/droits/     the top of the copy
      nom: Asso des Lilas
      contact: bonjour@lilas.example             a mail or https address; written in no table
      depuis: 2026-11-23                         the day it was listed
      langues: [fr, ar]                          what it keeps; left out: every language
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from portal import utf8, yaml_text
from portal.errors import BuildError
from portal.mirrors import config
from portal.verify.kinds import CHECKS, clean

_KINDS = {"nom": "text", "adresse": "address_https", "contact": "text", "depuis": "date", "langues": "languages"}
_REQUIRED = tuple(name for name in _KINDS if name != "langues")
_LONGEST = {"nom": 60, "adresse": 200, "contact": 200}
# Nobody stands between this computer and itself: what tests and a host's own trial use.
_LOOPBACK = re.compile(r"http://(?:127\.0\.0\.1|localhost|\[::1\])(?::[0-9]{1,5})?/[A-Za-z0-9._~/-]*")


@dataclass(frozen=True)
class Copy:
    """A copy of the list. `address` ends with a slash; `since` is ISO; `languages`: codes, () for all."""

    address: str
    name: str
    contact: str
    since: str
    languages: tuple[str, ...] = ()

    @property
    def host(self) -> str:
        """Its server: nobody asks two things of it at once."""
        return urlsplit(self.address).netloc


def load(path: Path) -> list[Copy]:
    """The copies that `path` lists, in its order; an empty file lists none. Raises BuildError with one line a fault."""
    if not path.is_file():
        raise BuildError(f"{path} : ce fichier n’existe pas.", "écrivez-y la liste des copies (voir MIRRORS.md).")
    text = utf8.read(path, path.name)
    data = yaml_text.load(text, path.name)
    lines = yaml_text.places(text)
    copies: list[Copy] = []
    faults: list[tuple[int, str]] = []
    if data is not None and not isinstance(data, list):
        faults.append((1, "Ce n’est pas une liste. Commencez chaque copie par un tiret."))
        data = None
    for rank, item in enumerate(data or []):
        values: dict[str, Any] = {}
        wrong = [*_read(item, values), *_twice(values, copies)]
        faults += [(lines.get(f"{rank}.{name}", lines[str(rank)]), sentence) for name, sentence in wrong]
        if not wrong:
            languages = tuple(values["langues"])
            copies.append(Copy(values["adresse"], values["nom"], values["contact"], values["depuis"], languages))
    config.refuse(f"{path.name}:{line}: {sentence}" for line, sentence in sorted(faults))
    return copies


def _read(item: object, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Fills `values` from one item of the list; yields what is wrong: (field, sentence)."""
    if not isinstance(item, dict):
        yield "", "Ce n’est pas une copie. Écrivez ses champs « nom : valeur »."
        return
    for name in item.keys() - _KINDS.keys():
        yield str(name), f"« {name} » n’est pas un champ connu. Retirez-le ou corrigez son nom."
    for name, kind in _KINDS.items():
        values[name], fault = clean(kind, item.get(name))
        if not fault and name in _REQUIRED and not values[name]:
            yield name, f"« {name} » manque. Écrivez-le."
        elif fault := fault or _fault(name, kind, values[name]):
            yield name, f"« {name} » {fault}"


def _fault(name: str, kind: str, value: Any) -> str:
    if len(value) > _LONGEST.get(name, 1000):
        return f"a {len(value)} signes. Gardez-en {_LONGEST[name]} au plus."
    if name == "adresse" and not value.endswith("/"):
        return "ne finit pas par une barre oblique. Ajoutez-la."
    if name == "adresse" and _LOOPBACK.fullmatch(value):
        return ""
    if name == "adresse" and ("?" in value or value.startswith("http://")):
        return "n’est pas l’adresse https d’une copie. Le réseau peut tout changer sur une adresse http."
    if name == "contact" and CHECKS["mail"](value) and CHECKS["address_https"](value):
        return "n’est ni un courriel ni une adresse https. Écrivez où joindre qui met la copie à jour."
    return CHECKS[kind](value) if value else ""


def _twice(values: dict[str, Any], copies: list[Copy]) -> Iterator[tuple[str, str]]:
    if any(copy.address == values.get("adresse") for copy in copies):
        yield "adresse", "« adresse » est déjà dans la liste. Gardez une seule des deux copies."

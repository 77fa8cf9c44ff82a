"""What a page that is not ours loads, runs or sends: said in clear, so that a host sees what was put in."""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from .findings import Finding, Trouble
from .places import Missing, Place, TooLong

LONGEST = 2_000_000
_MOST = 20
_REMEDY = "Cherchez qui l’ajoute (extension, mesure d’audience, piratage), puis remettez le fichier de l’archive."
_LOADING = {"src", "href", "data", "action", "formaction", "poster", "srcset", "ping", "background", "xlink:href"}
_EMBEDDING = {"iframe", "frame", "object", "embed", "applet", "portal", "fencedframe"}


def of_file(place: Place, path: str, known: Collection[str]) -> list[Finding]:
    """One finding ("error", "injected") for each thing of the page `path` that no signed page does. `known`: the files
    of the edition, which may be loaded. Nothing for a file that is no page, or is too long to be one."""
    if not path.endswith((".html", ".htm", ".xhtml", ".svg")):
        return []
    try:
        data = place.read(path, LONGEST)
    except (Missing, TooLong, Trouble):
        return []
    lines = describe(data.decode("utf-8", "replace"), path, known)
    return [Finding("error", "injected", path, f"{line} {_REMEDY}") for line in lines]


def describe(page: str, path: str, known: Collection[str]) -> list[str]:
    """French sentences, without repetition, at most _MOST."""
    reader = _Reader(path, known)
    # Browsers drop what ends inside a tag, and html.parser reads it again from each of its signs: hours, for a page
    # made of them.
    reader.feed(page[: page.rfind(">") + 1])
    reader.close()
    return list(dict.fromkeys(reader.lines))[:_MOST]


class _Reader(HTMLParser):
    def __init__(self, path: str, known: Collection[str]) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._path, self._known = path, known

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if (
            tag == "script"
            and "src" not in given
            and given.get("type", "") not in ("application/json", "application/ld+json")
        ):
            self._say("Un script est écrit dans la page.")
        if tag == "base":
            self._say("Les liens de la page sont détournés (balise base).")
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self._say("La page renvoie ailleurs (meta refresh).")
        if tag in _EMBEDDING:
            self._say(f"Un cadre est ajouté ({tag}).")
        for name, value in given.items():
            if name.startswith("on"):
                self._say(f"Un script est attaché à un élément ({name}).")
            elif name == "style" and "url(" in value:
                self._say("Un style charge un fichier.")
            elif name in _LOADING:
                self._address(tag, name, value)

    def parse_html_declaration(self, i: int) -> int:
        # As browsers do. html.parser takes it for a part of SGML, and stops the program when it is none.
        return self.parse_bogus_comment(i) if self.rawdata.startswith("<![", i) else super().parse_html_declaration(i)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def _address(self, tag: str, name: str, value: str) -> None:
        # Browsers drop these signs from addresses.
        address = "".join(c for c in value if c not in "\t\r\n").strip()
        try:
            parts = urlsplit(address)
        except ValueError:
            return self._say("Une adresse est illisible.")
        if parts.scheme.lower() in ("javascript", "vbscript", "data") and tag not in ("img", "source"):
            return self._say(f"Une adresse contient un programme ({parts.scheme.lower()}:).")
        outside = parts.netloc or address.startswith(("//", "\\\\", "/\\"))
        if outside and tag not in ("a", "area"):
            what = {"script": "Un script", "form": "Un formulaire envoie ce qu’on y écrit, qui"}.get(
                tag, f"La balise {tag}"
            )
            return self._say(f"{what} vient d’un tiers ou y va : {parts.netloc or address[:60]}.")
        if tag == "form" and not outside and name == "action" and not self._is_known(parts.path):
            return self._say(f"Un formulaire envoie ce qu’on y écrit à {address[:60]}.")
        if tag == "script" and not outside and not self._is_known(parts.path):
            return self._say(f"Un script qui n’est pas de l’édition est chargé : {address[:60]}.")
        return None

    def _is_known(self, path: str) -> bool:
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(self._path), unquote(path)))
        return not path or whole in self._known or f"{whole}/index.html" in self._known

    def _say(self, line: str) -> None:
        self.lines.append(line)

"""A whole page of another language, as it is about to be written: the French words of its interface are told apart too.

Works on the text of the page: reading it into a tree and writing it out again would change drawings and spaces."""

from __future__ import annotations

import html
import re

from portal.languages.catalogue import CANONICAL
from portal.languages.marks import SKIP, pattern_of

# Comments, the doctype, and what a host's words fill too; a sign “>” may stand in the value of an attribute.
_TAG = re.compile(
    r"<!--.*?-->|<!doctype[^>]*>|\{\{[^{}]*\}\}|<(/?)([a-z][a-z0-9]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", re.I | re.S
)
# The form of the checker is there for scripts alone, and too heavy already: assets/french.js marks it.
_LATER = ' id="application"'
_LANG = re.compile(r"""\slang=["']?([\w-]+)""")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
# What may hold no element, and what scripts read as text: assets/french.js marks it where they write it.
_TEXT_ONLY = SKIP | {"title", "option", "textarea", "template"}


def mark_page(page: str, lang: str, name: str) -> str:
    """`page`, HTML in `lang`, with each run of French said to be so; `name` is the name of the language, written in it.

    A page in French comes back as it is. Texts already said to be in a language are left as they are. Every element
    but void ones is closed by its tag."""
    if lang == CANONICAL:
        return page
    pattern, tag = pattern_of(name)
    out: list[str] = []
    # What is open, and whether its text is in the language of the page and may hold an element.
    opened: list[tuple[str, bool]] = [("", False)]
    end = 0
    for found in _TAG.finditer(page):
        out.append(_marked(page[end : found.start()], pattern, tag) if opened[-1][1] else page[end : found.start()])
        out.append(found.group())
        end = found.end()
        closing, element, attributes = found.group(1), (found.group(2) or "").lower(), found.group(3) or ""
        if closing and any(name == element for name, _ in opened):
            while opened.pop()[0] != element:
                pass
        elif not closing and element and element not in _VOID and not attributes.endswith("/"):
            said = _LANG.search(attributes)
            own = said.group(1) == lang if said else opened[-1][1]
            opened.append((element, own and element not in _TEXT_ONLY and _LATER not in attributes))
    return "".join(out) + page[end:]


def _marked(text: str, pattern: re.Pattern[str], tag: str) -> str:
    plain = html.unescape(text)
    out, end = "", 0
    for found in pattern.finditer(plain):
        before, word = (html.escape(piece, quote=False) for piece in (plain[end : found.start()], found[0]))
        out += f'{before}<{tag} lang="fr">{word}</{tag}>'
        end = found.end()
    return out + html.escape(plain[end:], quote=False) if end else text

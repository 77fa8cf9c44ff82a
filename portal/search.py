"""The search page: a list of every page that works as it is, filtered on the device when scripts run.

The words of the texts are in `<lang>/recherche.js`, fetched when the reader begins to type. Scores and folding are
those of assets/search.js, which this module feeds.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html

from portal import pages
from portal.pages import Site

INDEX = "recherche.js"
PAGE = "recherche.html"
# Too frequent to tell pages apart: words that stand in more than this share of them.
COMMON = 0.4
_WORD = re.compile(r"[^\W_]+(?:[\u0900-\u0dff]+[^\W_]*)*")
# Scripts without spaces between words: any two letters that follow each other stand for a word.
_DENSE = re.compile(r"[\u3400-\u9fff]+")
# Letters that a keyboard of another country, or a hurried hand, writes another way.
_SAME = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ګ": "ك", "ة": "ه", "ـ": ""}
    | {"œ": "oe", "æ": "ae"}
)


@dataclass(frozen=True)
class Listed:
    """A line of the list: `url` from the root of the site, `words` are the page's other names, folded; `lang` is the
    language of its text."""

    url: str
    title: str
    summary: str
    words: str
    lang: str


def folded(text: str) -> str:
    """Lower case, without accents nor ligatures: "Récépissé" → "recepisse", "cœur" → "coeur".

    In Arabic script, one letter for those written one for another. The signs that Tamil or Bengali combine stay."""
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in apart if not _accent(letter)).translate(_SAME)


def _accent(letter: str) -> bool:
    """Whether a letter is the accent of another, or a vowel sign that Arabic may leave out."""
    return letter < "\u0700" and unicodedata.category(letter) == "Mn"


def listing(site: Site, lang: str) -> list[dict[str, Any]]:
    """The sections, each with its title and its pages: `[{"title", "pages": [Listed, …]}, …]`."""
    sections: list[dict[str, Any]] = []
    alone: list[Listed] = []
    for place in ("menu", "pied"):
        for item in pages.entries(site.fronts, lang, place):
            below = pages.entries(site.fronts, lang, pages.stem(item.url))
            found = [_listed(site, entry.url) for entry in (item, *below)]
            if below:
                sections.append({"title": item.label, "pages": found})
            else:
                alone += found
    return [*sections, {"title": site.text(lang)["search"]["others"], "pages": alone}]


def _listed(site: Site, url: str) -> Listed:
    front = site.fronts[pages.source_of(url)]
    # Two spellings may fold into one; the name in menus most often says again what the title says.
    names = dict.fromkeys(map(folded, front.keywords))
    label = folded(front.label)
    known = set(" ".join((folded(front.title), *names)).split())
    if not set(label.split()) <= known:
        names[label] = None
    return Listed(url, front.title, front.summary, " ; ".join(names), front.lang)


def write(root: Path, site: Path) -> list[Path]:
    """Write the index of each language that has a search page, from the pages built in `site`; return the paths."""
    shared = Site(root)
    written = []
    for lang in pages.languages(root):
        if f"{lang}/recherche.md" not in shared.fronts:
            continue
        urls = [page.url for section in listing(shared, lang) for page in section["pages"]]
        path = site / lang / INDEX
        path.write_text(index(site, urls), "utf-8")
        written.append(path)
    return written


def index(site: Path, urls: list[str]) -> str:
    """A module whose `index` is `{"words": "a b …", "pages": [[…], …]}`: for each word, in the order of the alphabet,
    the ranks in `urls` of the pages that hold it. Words of nearly every page are left out."""
    where: dict[str, set[int]] = {}
    for rank, url in enumerate(urls):
        for word in set(_words(site / url)):
            where.setdefault(word, set()).add(rank)
    kept = {word: ranks for word, ranks in where.items() if len(ranks) <= max(1, COMMON * len(urls))}
    value = {"words": " ".join(sorted(kept)), "pages": [sorted(kept[word]) for word in sorted(kept)]}
    return f"export const index = {json.dumps(value, separators=(',', ':'))};\n"


def stem(word: str) -> str:
    """A word without the mark of its plural: assets/search.js does the same."""
    return word[:-1] if len(word) > 4 and word[-1] in "sx" else word


def words(text: str) -> Iterator[str]:
    """The words of a text as the index holds them; assets/search.js does the same."""
    for word in _WORD.findall(folded(text)):
        for run in _DENSE.findall(word):
            yield from (run[place : place + 2] for place in range(len(run) - 1))
        yield from (stem(part) for part in _DENSE.sub(" ", word).split() if len(part) > 2)


def _words(page: Path) -> Iterator[str]:
    tree = html.parse(page, html.HTMLParser(encoding="utf-8"))
    for part in tree.xpath("//article//*[@class='prose' or @class='head']"):
        for fold in part.xpath(".//details[contains(@class, 'sources')] | .//svg"):
            fold.drop_tree()
        yield from words(part.text_content())

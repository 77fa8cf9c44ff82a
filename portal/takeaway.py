"""The interface strings of the results, `<lang>/resultats.json`, and those, with icons, of what a reader takes away,
`<lang>/emporter.json`; but in French, the texts of the rules, `<lang>/regles.json`.

Files of their own, fetched when the download of Python starts: the first view of the checker stays light."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from portal import edition, icons, pages
from portal.languages import rules

FILE = "emporter.json"
RESULTS = "resultats.json"
RULES = "regles.json"
ICONS = {
    "sheet": "file-certificate-outline",
    "cards": "card-account-details-outline",
    "log": "clipboard-list-outline",
    "letters": "email-edit-outline",
    "calendar": "bell-outline",
    "back": "arrow-left",
    "warning": "alert-outline",
    "error": "alert-octagon-outline",
}
# What is printed on sheets and cards, which a clerk reads.
PAPER = (
    "site", "sheet_kind", "sheet_for", "name", "by_hand", "until", "until_date", "show", "conditions", "law", "also",
    "scan", "scan_alt", "not_official", "made_on", "edition", "verified", "card_show", "card_edition",
)  # fmt: skip
_PATH = re.compile(r'<path d="([^"]+)"/?>')


def write(root: Path, site: Path) -> list[Path]:
    """Write the files of each language of `site`, the folder of the built site; return the paths."""
    written = []
    for lang in pages.languages(root):
        made = {RESULTS: results(root, lang), FILE: content(root, lang)}
        if lang != pages.CANONICAL:
            made[RULES] = rules.words(root, lang)
        for name, value in made.items():
            path = site / lang / name
            path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), "utf-8")
            written.append(path)
    return written


def results(root: Path, lang: str = pages.CANONICAL) -> dict[str, str]:
    """The strings of the results, of their sources and of dates, key → text."""
    strings = pages.strings(root, lang)
    named = {**strings["results"], **strings["sources"]}
    named |= {"day_words": strings["date"], "day_first": strings["first_of_month"]}
    named |= {f"month_{rank}": month for rank, month in enumerate(strings["months"], 1)}
    return {key: text for key, text in named.items() if isinstance(text, str)}


def content(root: Path, lang: str = pages.CANONICAL) -> dict[str, Any]:
    """`words` (key → text); except in French, `french`, the same for what papers say in French; `icons` (name → the `d`
    of a path, 24 units a side); and of the edition `date` and `expires` (ISO), `site` (the public address, ending with
    a slash)."""
    current = edition.load(root)
    french = pages.strings(root, pages.CANONICAL)["takeaway"]
    return {
        "words": pages.strings(root, lang)["takeaway"],
        **({} if lang == pages.CANONICAL else {"french": {key: french[key] for key in PAPER}}),
        "icons": {name: drawing(f"material/{file}") for name, file in ICONS.items()},
        "edition": {
            "date": str(current.date),
            "expires": str(current.expires),
            "site": current.site_url,
        },
    }


def drawing(name: str) -> str:
    """The outline of an icon. Raises ValueError when the icon is not made of one path."""
    found = _PATH.findall(icons.svg(name))
    if len(found) != 1:
        raise ValueError(f"icon “{name}”: {len(found)} paths, one expected")
    return str(found[0])

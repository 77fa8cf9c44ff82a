"""What changed since the edition before, from docs/_data/changements.yml."""

from __future__ import annotations

from portal.edition import SOURCE, parse_date
from portal.printing.content import Content
from portal.printing.links import Node
from portal.printing.typography import set_text


def since_last(content: Content) -> list[Node]:
    """[{"date", "text", "pages"}], newest first, up to the date of the edition; `pages` are labels of printed chapters.

    `precedente`, in docs/_data/edition.yml, is the date of the edition before; without it, everything is new."""
    edition = content.data["edition"]
    before = edition.get("precedente")
    first = parse_date(before, f"{SOURCE}, `precedente`").isoformat() if before else ""
    kept = [
        change
        for change in content.data.get("changements") or []
        if first < str(change["date"]) <= content.edition.date.isoformat()
    ]
    return [
        {
            "date": content.date(change["date"]),
            "text": set_text(change["texte"], content.lang),
            "pages": [
                url for url in (f"{content.lang}/{name}.html" for name in change["pages"]) if url in content.fronts
            ],
        }
        for change in sorted(kept, key=lambda change: str(change["date"]), reverse=True)
    ]

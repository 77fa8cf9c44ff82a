"""What an edition changes in the pages, from its manifest and that of the edition before, in French lines."""

from __future__ import annotations

from collections.abc import Collection, Mapping

_MOST = 10
"""Names in a line."""
_OTHERS = "Autres fichiers"


def in_pages(old: Mapping[str, str], new: Mapping[str, str], languages: Collection[str]) -> list[str]:
    """One line for each language and one for the other files, then the names of what is added and removed.

    `old`, `new`: SHA-256 by path, of both manifests. Every page carries the number of its edition: that most of them
    change says nothing of what they say."""
    lines = []
    for group in [*languages, _OTHERS]:
        before, after = (
            {name: digest for name, digest in sums.items() if _group(name, languages) == group} for sums in (old, new)
        )
        added, removed = sorted(after.keys() - before.keys()), sorted(before.keys() - after.keys())
        changed = sum(before[name] != after[name] for name in after.keys() & before.keys())
        if added or removed or changed:
            head = group if group == _OTHERS else f"Pages en « {group} »"
            lines.append(f"{head} : {changed} changées sur {len(after)}, {len(added)} de plus, {len(removed)} de moins")
            lines += [f"  + {name}" for name in _few(added)] + [f"  - {name}" for name in _few(removed)]
    return lines or ["Pages : aucune ne change."]


def _group(name: str, languages: Collection[str]) -> str:
    folder = name.partition("/")[0]
    return folder if folder in languages and name.endswith(".html") else _OTHERS


def _few(names: list[str]) -> list[str]:
    more = len(names) - _MOST
    return names[:_MOST] + ([f"… et {more} autres"] if more > 0 else [])

"""What an edition changes, in French lines for the host: in the law first, then in the pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

CATALOGUE = "donnees/catalogue.json"
SOURCES = "donnees/sources.json"
Data = Mapping[str, Any]
_KINDS = (
    ("rights", "Droit", "title"),
    ("questions", "Question", "text"),
    ("situations", "Situation", "title"),
    ("dates", "Date", "text"),
    ("deadlines", "Délai", "title"),
    ("remedies", "Recours", "title"),
)
_WORDS = {
    "title": "titre", "text": "texte", "help": "aide", "where": "où le lire", "options": "réponses possibles",
    "dates": "dates demandées", "headline": "titre", "because": "raison", "certainty": "certitude", "until": "durée",
    "show": "à montrer", "cautions": "réserves", "steps": "démarches", "statement": "phrase à montrer",
    "refused": "réponses écartées", "readings": "lectures", "start": "départ", "deadline": "délai", "cost": "coût",
    "letter": "lettre", "citation": "référence", "confidence_text": "confiance", "state": "état du texte",
    "read_on": "date de lecture", "url": "adresse", "extracts": "extraits cités",
}  # fmt: skip
# `confidence_text` says it in words; a graph is the same rule in another form.
_UNSAID = {"id", "cases", "outcome", "confidence", "graph"}


def in_law(old: Callable[[str], bytes], new: Callable[[str], bytes]) -> list[str]:
    """What changes in the rights, their outcomes and their sources. `old` and `new` give the bytes of a file of each
    copy by its path, b"" when it has none."""
    before, after = (_data(read(CATALOGUE)) for read in (old, new))
    sources, later = (_data(read(SOURCES)) for read in (old, new))
    if not (before and after and sources and later):
        return ["Droit : les données d’une des deux éditions manquent ou sont illisibles ; rien n’a été comparé."]
    lines: list[str] = []
    for key, word, title in _KINDS:
        lines += _items(before.get(key), after.get(key), word, title)
        if key == "rights":
            lines += _outcomes(before, after)
    lines += _items(sources.get("sources"), later.get("sources"), "Source", "citation")
    if lines:
        return lines
    if before.get("rules") == after.get("rules"):
        return ["Droit : mêmes règles, mêmes sources."]
    return ["Droit : les règles changent, mais ni les réponses ni les sources : lisez le journal de l’édition."]


def _items(old: Any, new: Any, word: str, title: str) -> Iterator[str]:
    before, after = _by_id(old), _by_id(new)
    for key in after:
        if key not in before:
            yield f"{word}, ajout : « {after[key].get(title, key)} »"
        elif fields := _fields(before[key], after[key]):
            yield f"{word}, changement : « {after[key].get(title, key)} » ({fields})"
    for key in before:
        if key not in after:
            yield f"{word}, retrait : « {before[key].get(title, key)} »"


def _outcomes(old: Data, new: Data) -> Iterator[str]:
    rights = _by_id(old.get("rights"))
    for key, right in _by_id(new.get("rights")).items():
        if key not in rights:
            continue
        before, after = _by_id(rights[key].get("cases")), _by_id(right.get("cases"))
        where = f"Droit « {right.get('title', key)} », réponse"
        for case in after:
            said = f"« {after[case].get('headline', case)} »"
            one, other = _outcome(old, before.get(case)), _outcome(new, after[case])
            if case not in before:
                yield f"{where} ajoutée : {said} ({other})"
            elif one != other:
                yield f"{where} {said} : « {one} » devient « {other} »"
            elif fields := _fields(before[case], after[case]):
                yield f"{where} changée : {said} ({fields})"
        for case in before:
            if case not in after:
                yield f"{where} retirée : « {before[case].get('headline', case)} » ({_outcome(old, before[case])})"


def _outcome(catalogue: Data, case: Data | None) -> str:
    code = str((case or {}).get("outcome", ""))
    return str(catalogue.get("statuses", {}).get(code, code))


def _fields(old: Data, new: Data) -> str:
    """The names of the fields that differ, in French."""
    changed = [key for key in (*new, *(old.keys() - new.keys())) if old.get(key) != new.get(key)]
    return ", ".join(_WORDS.get(key, key) for key in changed if key not in _UNSAID)


def _by_id(items: Any) -> dict[str, Data]:
    return {str(item.get("id")): item for item in items or []}


def _data(raw: bytes) -> Data:
    try:
        found = json.loads(raw)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}

"""The texts a letter may cite, by id, and the record of those it did cite."""

from __future__ import annotations

from checker.engine.model import Source
from checker.letters.language import Language
from checker.letters.words import typography
from checker.rules.sources import autres_codes, ceseda, contentieux, decisions, pratiques

CITABLE: dict[str, Source] = {
    source.id: source
    for module in (ceseda, autres_codes, contentieux, decisions, pratiques)
    for source in vars(module).values()
    if isinstance(source, Source)
}


class Citations:
    """Given to a template as ``ref`` and ``extrait``; ``used`` keeps the sources in the order of the letter."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.used: dict[str, Source] = {}

    def ref(self, source_id: str, words: str) -> str:
        """``words``, which name the source; raises ``KeyError`` for a source the dossier lacks."""
        self.used[source_id] = CITABLE[source_id]
        return typography(self.language, words)

    def extrait(self, source_id: str) -> str:
        """The words of the text, in quotation marks, untouched."""
        source = self.used[source_id] = CITABLE[source_id]
        if not source.quote:
            raise ValueError(f"no extract of {source_id} was read")
        return f"«\u00a0{source.quote}\u00a0»"

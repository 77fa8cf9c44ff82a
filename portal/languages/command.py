"""`python3 build.py language …`: what those who translate need, in files that their tools read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from portal import law, utf8
from portal.errors import BuildError
from portal.frontmatter import read_all
from portal.languages import catalogue, po, progress, stamp
from portal.languages.catalogue import CANONICAL, INTERFACE, KINDS

# Where PO files are written and read: an exchange, kept out of the repository.
FOLDER = "po"
STYLE = "_style.md"
_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_SKELETON = """# {lang}: how we write

- Direct, polite form:
- Digits, dates, punctuation:
- Words that stay in French, with their meaning beside them:

| French | {lang} |
| --- | --- |
| titre de séjour | |
| renouvellement | |
| récépissé | |
| recours | |
| non établi | |
"""


def add(root: Path, lang: str) -> Iterator[str]:
    """Makes docs/<lang> with its style sheet, and every PO file; says what remains. Raises BuildError."""
    if not _CODE.fullmatch(lang) or lang == CANONICAL:
        raise BuildError(f"“{lang}” is no code of a new language.", "give a code of BCP 47, such as es or fa-AF.")
    style = root / "docs" / lang / STYLE
    if not style.exists():
        style.parent.mkdir(parents=True, exist_ok=True)
        style.write_text(_SKELETON.format(lang=lang), "utf-8")
        yield str(style.relative_to(root))
    yield from export(root, lang, [])
    yield f"Translate {FOLDER}/{lang}/{INTERFACE}.po first: the language is published once it is imported, whole."
    yield from status(root, lang)


def export(root: Path, lang: str, names: list[str]) -> Iterator[str]:
    """Writes the PO of each of `names` ("documents/api.md" or a kind of catalogue), of all when empty."""
    for name in _known(root, names) or _all(root):
        path = _po(root, lang, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        made = po.export_catalogue(root, lang, name) if name in KINDS else po.export_page(root, lang, name)
        path.write_text(made, "utf-8")
        if names:
            yield str(path.relative_to(root))
    if not names:
        yield f"{len(_all(root))} files in {FOLDER}/{lang}/"


def import_(root: Path, lang: str, names: list[str]) -> Iterator[str]:
    """Reads the PO of each of `names`, of all that are there when empty, into docs/<lang>. Raises BuildError."""
    if names and INTERFACE not in names and lang not in catalogue.languages(root):
        raise BuildError(f"{names[0]} is not read yet: {catalogue.unpublished(lang)}")
    for name in _known(root, names) or [name for name in _all(root) if _po(root, lang, name).exists()]:
        path = _po(root, lang, name)
        if not path.exists():
            raise BuildError(
                f"no {path.relative_to(root)}.", f"make it: python3 build.py language export {lang} {name}."
            )
        text = utf8.read(path, str(path.relative_to(root)))
        if name in KINDS:
            yield from _import_catalogue(root, lang, name, text)
        elif page := po.import_page(root, lang, name, text):
            target = root / "docs" / lang / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(page, "utf-8")
            yield str(target.relative_to(root))


def _import_catalogue(root: Path, lang: str, kind: str, text: str) -> Iterator[str]:
    published = catalogue.path_of(root, lang, kind).exists()
    path = po.import_catalogue(root, lang, kind, text)
    missing = catalogue.state(root, lang, kind).missing
    if kind == INTERFACE and missing and not published:
        path.unlink()
        raise BuildError(
            f"{FOLDER}/{lang}/{kind}.po: {len(missing)} texts are not translated, such as “{missing[0]}”.",
            "translate them all: a language is published with a whole interface.",
        )
    yield str(path.relative_to(root))


def stamp_(root: Path, lang: str, names: list[str]) -> Iterator[str]:
    """Says that pages written by hand are made from today's French."""
    for path in stamp.stamp(root, lang, names):
        yield str(path.relative_to(root))


def status(root: Path, lang: str = "") -> Iterator[str]:
    """The counts of a language, or of each. Raises BuildError for one that was not added."""
    if lang == CANONICAL:
        raise BuildError(f"docs/{CANONICAL} is what the others translate.", "give another language, or none.")
    if lang and not (root / "docs" / lang).is_dir():
        raise BuildError(f"no translation docs/{lang}.", f"make it: python3 build.py language add {lang}.")
    fronts = read_all(root / "docs", law.sources())
    for code in [lang] if lang else catalogue.languages(root)[1:]:
        yield f"{code}:"
        for count in progress.counts(root, fronts, code):
            yield f"  {count.line()}"


def _all(root: Path) -> list[str]:
    folder = root / "docs" / CANONICAL
    return [*KINDS, *(path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.md")))]


def _known(root: Path, names: list[str]) -> list[str]:
    """`names` as they are. Raises BuildError for one that is neither a page nor a kind of texts."""
    for name in names:
        if name not in KINDS and not (root / "docs" / CANONICAL / name).is_file():
            raise BuildError(
                f"no page docs/{CANONICAL}/{name}, and no kind of texts of that name.",
                f"give a page of docs/{CANONICAL}/, such as travailler.md, or one of {', '.join(KINDS)}.",
            )
    return names


def _po(root: Path, lang: str, name: str) -> Path:
    return root / FOLDER / lang / f"{name.removesuffix('.md')}.po"

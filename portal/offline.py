"""The list of what is kept on a device for reading without network (assets/sw.js), and the page shown for the rest.

Made when every other file of the site exists: it carries their sizes and hashes.

    <lang>/hors-ligne.json             {"format", "lang", "edition", "expires", "bytes", "wire", "missing", "texts",
                                        "files": [FILE], "extras": [{"id", "bytes", "wire", "list", "sha256"}]}
    <lang>/hors-ligne-<extra>.json     {"files": [FILE]}: what may be kept besides, by choice
    FILE                               {"url": from the root of the site, "bytes", "wire", "sha256"}

`bytes` are those of the file, `wire` those that a host sends (brotli where the build makes it), `sha256` its first 32
figures. `missing` is the page to show for a page that is not kept.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from portal import compress
from portal.languages.marked_page import mark_page
from portal.pages import BOOKLET, CANONICAL, Site, environment, languages

FORMAT = 1
WORKER = "sw.js"
LIST = "hors-ligne"
COMPRESSED = frozenset({".br", ".gz"})


def write(root: Path, site: Path) -> list[Path]:
    """Puts sw.js at the root of `site`, so that it covers it, and writes the page for what is not kept and the lists;
    returns the main list of each language. Same site, same bytes."""
    (site / "assets" / WORKER).replace(site / WORKER)
    env = environment(root)
    pages: Site = env.globals["site"]  # type: ignore[assignment]
    for lang in languages(root):
        t = pages.text(lang)["kept"]["missing"]
        words = {"title": t["title"], "summary": t["summary"], "description": t["summary"]}
        context = pages.context(_missing(lang), lang=lang, index=False, **words)
        shown = env.get_template("not_kept.html").render(**context)
        (site / _missing(lang)).write_text(mark_page(shown, lang, context["t"]["name"]), "utf-8")
    return lists(root, site, pages)


def lists(root: Path, site: Path, pages: Site) -> list[Path]:
    """Writes the lists alone, from the files of `site` as they are."""
    written = []
    for lang in languages(root):
        path = site / lang / f"{LIST}.json"
        path.write_text(_json(_main(root, site, pages, lang)), "utf-8")
        written.append(path)
    return written


def _missing(lang: str) -> str:
    return f"{lang}/{LIST}.html"


def chosen(site: Path, lang: str) -> tuple[list[Path], dict[str, list[Path]]]:
    """The files always kept for `lang`, and those of each extra by its id; an extra without files is left out.

    Always: the articles, the checker with its small runtime (all of it when there is only one), the booklet. The safe
    runtime weighs more than all the rest and serves when the small one fails; the static questions and the papers are
    many."""
    runtime = _files(site, "runtime/**/*")
    safe = [file for file in runtime if file.parent.name == "safe"]
    if len({file.parent for file in runtime}) <= 2:
        safe = []
    questions = _files(site, f"{lang}/q/*")
    always = [
        site / "index.html",
        *(file for file in _files(site, f"{lang}/**/*.html") if file not in questions),
        *(file for file in _files(site, f"{lang}/*.json") if not file.name.startswith(LIST)),
        # The browser keeps the icons of the home screen by itself.
        *(file for file in _files(site, "assets/*") if file.suffix != ".png"),
        *(file for file in runtime if file not in safe),
        *_files(site, BOOKLET.format(lang=lang)),
    ]
    # The cards are in French for every language.
    found = (f"guides/droits-en-attente-{lang}*", f"guides/*/{lang}/**/*", f"guides/cartes/{CANONICAL}/*")
    papers = [file for pattern in found for file in _files(site, pattern)]
    papers = [file for file in papers if file not in always]
    extras = {"secours": safe, "questions": questions, "papiers": papers}
    return always, {name: files for name, files in extras.items() if files}


def _main(root: Path, site: Path, pages: Site, lang: str) -> dict[str, Any]:
    always, extras = chosen(site, lang)
    t = pages.text(lang)
    files = _describe(root, site, always)
    return {
        "format": FORMAT,
        "lang": lang,
        "edition": pages.edition,
        "expires": pages.expiry,
        **_total(files),
        "missing": _missing(lang),
        "texts": {**t["kept"]["copy"], "months": t["months"], "first": t["first_of_month"], "date": t["date"]},
        "files": files,
        "extras": [_extra(root, site, lang, name, found) for name, found in extras.items()],
    }


def _extra(root: Path, site: Path, lang: str, name: str, found: list[Path]) -> dict[str, Any]:
    files = _describe(root, site, found)
    url = f"{lang}/{LIST}-{name}.json"
    text = _json({"files": files})
    (site / url).write_text(text, "utf-8")
    return {"id": name, **_total(files), "list": url, "sha256": _digest(text.encode())}


def _describe(root: Path, site: Path, files: Iterable[Path]) -> list[dict[str, Any]]:
    # What a host sends is compressed here, at its best level: brotli leaves the other core free.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return [*pool.map(lambda file: _file(root, site, file), sorted(set(files)))]


def _file(root: Path, site: Path, file: Path) -> dict[str, Any]:
    data = file.read_bytes()
    wire = len(data)
    if file.suffix in compress.SUFFIXES and wire >= compress.SMALLEST:
        wire = min(wire, len(compress.brotli_bytes(root, data)))
    url = file.relative_to(site).as_posix()
    return {"url": url, "bytes": len(data), "wire": wire, "sha256": _digest(data)}


def _total(files: list[dict[str, Any]]) -> dict[str, int]:
    return {unit: sum(file[unit] for file in files) for unit in ("bytes", "wire")}


def _files(site: Path, pattern: str) -> list[Path]:
    return [file for file in site.glob(pattern) if file.is_file() and file.suffix not in COMPRESSED]


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

"""The same pages under stock MkDocs Material: our Markdown with its variables written out, their theme, their search.

What is stock stays stock: the menus that MkDocs makes, the extensions of Markdown that our pages use. Google's fonts
are off: the peer would ask a third party for them, and weigh more. What our template adds to a page from its front
matter, the summary and the texts of the law, is written at the head and the foot of the peer's.
"""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.pages import Page

from portal import mkdocs_hook
from portal.frontmatter import Front
from portal.languages import catalogue
from portal.markdown import EXTENSION_CONFIGS, EXTENSIONS
from portal.pages import CANONICAL, SCHEME, SITE_NAME, Site, relative
from tests.bench.cost import ENVIRONMENT, Cost, of
from tests.bench.registry import ROOT

# Languages of ours that Material has no words in, and the one that takes their place: same script, same pages.
THEIR_LANGUAGE = {"fa-AF": "fa", "ps": "ur"}
_OWN_LINK = re.compile(rf'{SCHEME}([^\s")]+)')


@functools.cache
def project(work: Path, langs: tuple[str, ...]) -> Path:
    """A MkDocs project, in `work`, with our pages in `langs`; made once.

    One language stands at the top of the site, as in any monolingual one; several stand each in its folder, and
    mkdocs-static-i18n shows the French of what is not translated."""
    folder = work / f"material-{len(langs)}-{langs[0]}"
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder / "unused"))
    mkdocs_hook.on_config(config)
    site: Site = mkdocs_hook._state["site"]
    files = get_files(config)
    for name, front in sorted(site.fronts.items()):
        lang, _, rest = name.partition("/")
        if lang not in langs or front.lang != lang or front.template != "main.html":
            continue
        target = folder / "docs" / (rest if len(langs) == 1 else f"{THEIR_LANGUAGE.get(lang, lang)}/{rest}")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_page(name, front, site, config, files), "utf-8")
    configure(folder, langs)
    return folder


@functools.cache
def built(work: Path, langs: tuple[str, ...]) -> tuple[Path, Cost]:
    """The site of `project`, and what its build cost; built once."""
    return build(project(work, langs))


def build(folder: Path) -> tuple[Path, Cost]:
    """Builds the project in `folder`; returns the site and its cost."""
    site = folder / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", "mkdocs.yml"]
    return site, of([*command, "--site-dir", str(site)], folder, ENVIRONMENT)


def configure(folder: Path, langs: Sequence[str]) -> None:
    """Writes the peer's mkdocs.yml in `folder`."""
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(configuration(langs)), "utf-8")


def configuration(langs: Sequence[str]) -> dict[str, Any]:
    """The peer's mkdocs.yml for our pages in `langs`."""
    plugins: list[object] = ["search"]
    if len(langs) > 1:
        choices = [
            {
                "locale": THEIR_LANGUAGE.get(lang, lang),
                "name": catalogue.tree(ROOT, lang, catalogue.INTERFACE)["name"],
                "build": True,
                **({"default": True} if lang == CANONICAL else {}),
            }
            for lang in langs
        ]
        plugins.append({"i18n": {"docs_structure": "folder", "fallback_to_default": True, "languages": choices}})
    return {
        "site_name": SITE_NAME,
        "use_directory_urls": False,
        "theme": {"name": "material", "font": False, "language": langs[0]},
        "plugins": plugins,
        "markdown_extensions": [{name: EXTENSION_CONFIGS.get(name, {})} for name in EXTENSIONS],
    }


def _page(name: str, front: Front, site: Site, config: MkDocsConfig, files: Files) -> str:
    """The Markdown of a page as the peer is given it."""
    file = files.get_file_from_path(name)
    assert file
    page = Page(None, file, config)
    page.meta = {}
    url = file.dest_uri
    text = mkdocs_hook.on_page_markdown("", page, config, files)
    text = _OWN_LINK.sub(lambda found: relative(found[1], url), text)
    lang = front.lang
    sources = site.context(url, lang=lang, title="", description="", source_ids=front.sources)["sources"]
    head = yaml.safe_dump({"title": front.title, "description": front.description}, allow_unicode=True)
    return f"---\n{head}---\n\n{text}\n\n{front.summary}\n\n" + "\n".join(_law(sources))


def _law(sources: list[dict[str, str]]) -> Iterator[str]:
    """Each source, and the words it is cited for, under the anchor that citations lead to."""
    for source in sources:
        quote = f" — « {' '.join(source['quote'].split())} »" if source["quote"] else ""
        yield f'<p id="source-{source["id"]}">{source["citation"]}{quote}. {source["note"]}</p>\n'

"""MkDocs events, each handing over to the plain modules: front matter, variables, HTML pass, page context."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from portal import checker_form, search
from portal.errors import BuildError
from portal.finish import Finished, finish
from portal.fragments import Place, fragments
from portal.frontmatter import Front
from portal.languages.assembly import assembled
from portal.languages.catalogue import FOLDER
from portal.languages.marked_page import mark_page
from portal.markdown import EXTENSION_CONFIGS, EXTENSIONS, citer, expand
from portal.pages import CANONICAL, SCHEME, Site, environment, links, prepare, relative

_state: dict[str, Any] = {}
_OWN_LINK = re.compile(rf'href="{SCHEME}([^"]*)"')
# The finished text of each French page, its links not resolved: what a language that does not translate it shows.
_french: dict[str, Finished] = {}


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Checks every page's front matter before anything is written, and sets the Markdown extensions."""
    root = _root(config)
    try:
        site = Site(root)
        _state.update(site=site, env=environment(root, site))
    except BuildError as error:
        raise PluginError(f"\n{error}") from None
    config.markdown_extensions = list(EXTENSIONS)
    config.mdx_configs = {**EXTENSION_CONFIGS}
    config.theme.static_templates = {"404.html"}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Material is a drawer of icons for us: none of its own files is published. Pages that a language does not
    translate are added, so that its links lead to them."""
    theme = os.path.realpath(_root(config) / "portal" / "theme")
    docs = os.path.realpath(config.docs_dir)
    for file in list(files):
        source = os.path.realpath(file.abs_src_path or "")
        ours = source.startswith((theme + os.sep, docs + os.sep))
        # host/: what portal/mirrors makes templates and pages of.
        if not ours or f"/{FOLDER}/" in f"/{file.src_uri}" or source.startswith(f"{theme}{os.sep}host{os.sep}"):
            files.remove(file)
    site: Site = _state["site"]
    for name, front in site.fronts.items():
        if name.partition("/")[0] not in (front.lang, "index.md"):
            files.append(File.generated(config, name, content=""))
    return files


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Gives the templates the same names as `portal.pages.environment` does."""
    prepare(env, _state["site"])
    env.autoescape = True
    return env


def _front(page: Page) -> Front:
    site: Site = _state["site"]
    return site.fronts[page.file.src_uri]


def _lang(page: Page) -> str:
    return page.file.src_uri.partition("/")[0] if "/" in page.file.src_uri else CANONICAL


def _source(page: Page) -> str:
    """The name, in docs/, of the French page that `page` is or translates."""
    return f"{CANONICAL}/{page.file.src_uri.partition('/')[2]}"


def _resolved(done: Finished, page_url: str) -> Finished:
    """`done` with the links of our own scheme written for the page `page_url`."""

    def link(found: re.Match[str]) -> str:
        return f'href="{relative(found.group(1), page_url)}"'

    return replace(done, body=_OWN_LINK.sub(link, done.body))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Variables, with errors placed in the file."""
    site: Site = _state["site"]
    front, lang = _front(page), _lang(page)
    # A translation says in its front matter nothing that the French says for all.
    page.meta["template"] = front.template
    if front.lang != lang:
        return ""
    values = {
        **site.data(lang),
        "lien": links(site.whole(lang)),
        "cite": citer(front.sources, site.sources, lang),
    }
    place = Place(_root(config), page.file.dest_uri, lang, front, site.data(lang), site, _state["env"])
    values |= fragments(place)
    # MkDocs strips the blank lines that follow the front matter: count lines from the file itself.
    text = Path(page.file.abs_src_path or "").read_text("utf-8")
    body = text.split("\n", front.body_line - 1)[-1]
    if lang != CANONICAL:
        body = assembled((Path(config.docs_dir) / _source(page)).read_text("utf-8"), text, front.stale)
    try:
        return expand(body, f"docs/{page.file.src_uri}", front.body_line, values, lambda day: site.words(day, lang))
    except BuildError as error:
        raise PluginError(f"\n{error}") from None


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A page shown in French has the anchors of the French page."""
    if _front(page).lang != _lang(page):
        french = files.get_file_from_path(_source(page))
        page.present_anchor_ids = french.page.present_anchor_ids if french and french.page else None
    return html


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """The finished text and everything base.html shows around it."""
    site: Site = _state["site"]
    front = _front(page)
    lang = _lang(page)
    url = page.file.dest_uri
    done = _french[_source(page)] if front.lang != lang else _finished(page, lang, site)
    if lang == CANONICAL:
        _french[page.file.src_uri] = done
    done = _resolved(done, url)
    checker = front.template == "checker.html"
    context.update(
        site.context(
            url,
            lang=lang,
            title=front.title,
            description=front.description,
            summary=front.summary,
            verified_on=front.verified_on,
            source_ids=front.sources,
            checker=checker,
        ),
        heading=done.heading,
        body=done.body,
        toc=done.toc,
    )
    if front.template == "search.html":
        context["listing"] = search.listing(site, lang)
    if checker:
        context.update(checker_form.context(_root(config), lang))
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """The words of French around the text, told apart as those of the text are."""
    lang = _lang(page)
    return mark_page(output, lang, _state["site"].text(lang)["name"])


def _finished(page: Page, lang: str, site: Site) -> Finished:
    url = page.file.dest_uri
    glossary = relative(f"{lang}/glossaire.html", url)
    return finish(
        page.content or "",
        lang,
        site.text(lang),
        {} if url == f"{lang}/glossaire.html" else site.data(lang)["glossaire"],
        lambda entry: f"{glossary}#{entry}",
        _front(page).stale,
    )

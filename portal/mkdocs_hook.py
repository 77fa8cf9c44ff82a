"""MkDocs events, each handing over to the plain modules: front matter, variables, HTML pass, page context."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from portal import checker_form, law, search
from portal.errors import BuildError
from portal.finish import finish
from portal.fragments import Place, fragments
from portal.frontmatter import Front
from portal.markdown import EXTENSION_CONFIGS, EXTENSIONS, citer, expand
from portal.pages import CANONICAL, SCHEME, Site, environment, links, prepare, relative

_state: dict[str, Any] = {}


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Checks every page's front matter before anything is written, and sets the Markdown extensions."""
    root = _root(config)
    try:
        _state.update(site=Site(root), data=law.data(root), deadlines=law.deadlines(), env=environment(root))
    except BuildError as error:
        raise PluginError(f"\n{error}") from None
    config.markdown_extensions = list(EXTENSIONS)
    config.mdx_configs = {**EXTENSION_CONFIGS}
    config.theme.static_templates = {"404.html"}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Material is a drawer of icons for us: none of its own files is published."""
    theme = os.path.realpath(_root(config) / "portal" / "theme")
    docs = os.path.realpath(config.docs_dir)
    for file in list(files):
        source = os.path.realpath(file.abs_src_path or "")
        if not source.startswith((theme + os.sep, docs + os.sep)):
            files.remove(file)
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


def _resolved(href: str, page_url: str) -> str:
    return relative(href.removeprefix(SCHEME), page_url) if href.startswith(SCHEME) else href


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Variables, with errors placed in the file."""
    site: Site = _state["site"]
    front = _front(page)
    values = {
        **_state["data"],
        "delais": _state["deadlines"],
        "lien": links(_lang(page)),
        "cite": citer(front.sources, site.sources),
    }
    place = Place(_root(config), page.file.dest_uri, _lang(page), front, _state["data"], site, _state["env"])
    values |= fragments(place)
    # MkDocs strips the blank lines that follow the front matter: count lines from the file itself.
    text = Path(page.file.abs_src_path or "").read_text("utf-8").split("\n", front.body_line - 1)[-1]
    try:
        return expand(text, f"docs/{page.file.src_uri}", front.body_line, values, site.words)
    except BuildError as error:
        raise PluginError(f"\n{error}") from None


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """The finished text and everything base.html shows around it."""
    site: Site = _state["site"]
    front = _front(page)
    lang = _lang(page)
    url = page.file.dest_uri
    glossary = relative(f"{lang}/glossaire.html", url)
    done = finish(
        page.content or "",
        lang,
        site.text(lang),
        lambda href: _resolved(href, url),
        {} if url == f"{lang}/glossaire.html" else _state["data"]["glossaire"],
        lambda entry: f"{glossary}#{entry}",
    )
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
        context.update(checker_form.context(_root(config)))
    return context

"""Reads the built site as a browser would and lists what must not be published: dead links, third parties, inline
code, duplicate ids and titles, missing labels, pages too heavy for a poor connection."""

from __future__ import annotations

import posixpath
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from portal import weight
from portal.verify.branding import TEMPLATES

# (element, attribute) that make a browser fetch something by itself.
RESOURCES = (
    ("link", "href"),
    ("script", "src"),
    ("img", "src"),
    ("source", "src"),
    ("audio", "src"),
    ("video", "src"),
    ("iframe", "src"),
    ("embed", "src"),
    ("object", "data"),
    ("input", "src"),
    ("form", "action"),
)
# Public addresses of a page and of its translations: said, never fetched.
_ASKED = "[not(@rel='canonical' or @rel='alternate')]"
_CSS_URL = re.compile(r"url\(\s*['\"]?([^)'\"]+)|@import\s+['\"]([^'\"]+)")
_CSS_ESCAPE = re.compile(r"\\([0-9a-f]{1,6}) ?")


@dataclass(frozen=True)
class _Page:
    path: Path
    name: str
    tree: html.HtmlElement
    ids: frozenset[str]


@dataclass(frozen=True)
class _Seen:
    """What is kept of a page that was read: the trees of thousands of pages would fill the memory."""

    name: str
    ids: frozenset[str]
    addresses: tuple[str, ...]
    faults: tuple[str, ...]


def audit(site: Path, wire: Callable[[bytes], int] = weight.wire) -> list[str]:
    """Every fault of the site in folder `site`, one line each, beginning with the file; empty: it may be published.

    `wire`: how many bytes a host sends for some data. A build already has most answers."""
    weights: list[int] = []
    titles: dict[str, str] = {}
    # Templates are read where a host's words fill them: in local/.
    found = (path for path in sorted(site.rglob("*.html")) if not path.is_relative_to(site / TEMPLATES))
    pages = {path: _seen(_page(path, site), titles, weights, wire) for path in found}
    if not pages:
        return [f"{site}: no page at all. Build the site first."]
    faults: list[str] = []
    for page in pages.values():
        astray = (fault for address in page.addresses for fault in _address(page.name, address, site, pages))
        faults += [f"{page.name}: {fault}" for fault in (*page.faults, *astray)]
    faults += weight.check_median(weights)
    for sheet in sorted(set(site.rglob("*.css")) - {site / TEMPLATES / "local.css"}):
        for match in _CSS_URL.finditer(sheet.read_text("utf-8")):
            address = _CSS_ESCAPE.sub(lambda sign: chr(int(sign[1], 16)), match.group(1) or match.group(2))
            if not address.startswith("data:") and not (sheet.parent / address).is_file():
                faults.append(f"{sheet.relative_to(site)}: {address} is not a file of the site.")
    return faults


def _page(path: Path, site: Path) -> _Page:
    tree = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    return _Page(path, path.relative_to(site).as_posix(), tree, frozenset(tree.xpath("//@id")))


def _seen(page: _Page, titles: dict[str, str], weights: list[int], wire: Callable[[bytes], int]) -> _Seen:
    faults = [*_head(page, titles), *_structure(page), *_inline(page), *_resources(page)]
    if page.name != "404.html" and not _is_single_file(page):
        faults += weight.check(page.path, page.tree, weights, wire)
    # The same menus stand on every page.
    addresses = dict.fromkeys(map(sys.intern, _addresses(page)))
    return _Seen(page.name, frozenset(sys.intern(str(i)) for i in page.ids), tuple(addresses), tuple(faults))


def _is_single_file(page: _Page) -> bool:
    """Whether it is the guide in one HTML file: its style stands in it, and it weighs what it holds."""
    return page.name.startswith("guides/")


def _head(page: _Page, titles: dict[str, str]) -> Iterator[str]:
    tree = page.tree
    for attribute in ("lang", "dir"):
        if not tree.get(attribute):
            yield f"<html> has no {attribute}."
    title = (tree.findtext(".//title") or "").strip()
    # A page that is not translated has its French title, in each language.
    key = f"{tree.get('lang')} {title}"
    if not title:
        yield "no <title>."
    elif key in titles:
        yield f"same title as {titles[key]}: “{title}”."
    titles.setdefault(key, page.name)
    for name in ("description", "viewport", "referrer"):
        if not tree.xpath(f"//meta[@name='{name}']/@content"):
            yield f"no <meta name={name}>."
    if not tree.xpath("//meta[translate(@http-equiv, 'CSP', 'csp')='content-security-policy']/@content"):
        yield "no content security policy."


def _structure(page: _Page) -> Iterator[str]:
    tree = page.tree
    ids = tree.xpath("//@id")
    yield from (f"id “{i}” is used {ids.count(i)} times." for i in sorted({i for i in ids if ids.count(i) > 1}))
    level = 0
    for heading in tree.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        depth = int(heading.tag[1])
        if depth > level + 1:
            yield f"<{heading.tag}> “{_text(heading)}” follows a level {level} heading."
        level = depth
    if (count := len(tree.xpath("//h1"))) != 1:
        yield f"{count} <h1>, one expected."
    if len(tree.xpath("//main")) != 1:
        yield "not exactly one <main>."
    yield from ("<img> without alt." for image in tree.iter("img") if image.get("alt") is None)
    for field in tree.iter("input", "select", "textarea"):
        named = field.get("aria-label") or field.get("aria-labelledby") or field.xpath("ancestor::label")
        if not named and not tree.xpath("//label[@for=$id]", id=field.get("id") or ""):
            yield f"field {field.get('name') or field.get('id')} has no label."
    for control in tree.iter("a", "button", "summary"):
        if not _text(control) and not control.get("aria-label"):
            yield f"<{control.tag}> without a name: {etree.tostring(control, encoding='unicode')[:80]}"
    for attribute in ("aria-labelledby", "aria-describedby", "for"):
        for value in tree.xpath(f"//@{attribute}"):
            yield from (f"{attribute} names “{i}”, which is nowhere." for i in value.split() if i not in page.ids)


def _text(node: html.HtmlElement) -> str:
    return " ".join(node.text_content().split())


def _inline(page: _Page) -> Iterator[str]:
    for node in page.tree.iter(etree.Element):
        if (node.tag == "style" and not _is_single_file(page)) or (node.tag == "script" and not node.get("src")):
            yield f"inline <{node.tag}>."
        for name, value in node.attrib.items():
            if name == "style" or name.startswith("on"):
                yield f"inline {name} on <{node.tag}>."
            elif name in ("href", "src", "action") and value.strip().lower().startswith(("javascript:", "data:text")):
                yield f"code in the {name} of <{node.tag}>."


def _resources(page: _Page) -> Iterator[str]:
    for tag, attribute in RESOURCES:
        for address in page.tree.xpath(f"//{tag}{_ASKED}/@{attribute}"):
            if urlsplit(address).scheme not in ("", "data") or address.startswith("//"):
                yield f"<{tag}> asks a third party: {address}"
    if page.tree.xpath("//@srcset") or page.tree.xpath("//@ping"):
        yield "srcset or ping: not used on this site."


def _addresses(page: _Page) -> Iterator[str]:
    """Where the links of a page lead, and what it loads."""
    for tag, attribute in (("a", "href"), *RESOURCES):
        yield from map(str, page.tree.xpath(f"//{tag}/@{attribute}"))


def _address(page: str, address: str, site: Path, pages: dict[Path, _Seen]) -> Iterator[str]:
    parts = urlsplit(address)
    if parts.scheme in ("https", "mailto", "tel", "data"):
        return
    if parts.scheme or parts.netloc:
        yield f"{address}: only https, mailto and tel lead out of the site."
        return
    if address.startswith("/"):
        yield f"{address}: an address from the root breaks copies in a sub-folder; write it relative."
        return
    if page == "404.html":
        # Its links are read from wherever the missing page was, never from its own place.
        return
    folder = posixpath.dirname(page)
    name = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else page
    target = site / name
    if name.startswith(".."):
        yield f"{address} leads out of the site's folder."
    elif target not in pages and not target.is_file():
        yield f"{address} leads nowhere."
    elif parts.fragment and target.suffix == ".html":
        known = pages[target].ids if target in pages else _page(target, site).ids
        if unquote(parts.fragment) not in known:
            yield f"{address}: no such place in that page."

"""The last pass over the HTML of a page's text: spacing, callouts with an icon, tables that fold on a phone, words of
French and sections still in French told apart in other languages.

Works on the tree, so that code, addresses and attributes are never touched by the typography.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from lxml import etree, html

from portal import icons
from portal.languages.marks import mark_french
from portal.languages.segments import HEAD
from portal.prose.acronyms import link_first
from portal.typography import spaced

CANONICAL = "fr"
LAW = "loi"
SKIP = frozenset({"code", "pre", "kbd", "samp", "script", "style"})
CALLOUTS = {
    "note": "material/information-outline",
    "tip": "material/lightbulb-on-outline",
    "warning": "material/alert-outline",
    "danger": "material/alert-octagon-outline",
}


@dataclass(frozen=True)
class Finished:
    """`heading`: inner HTML of the `<h1>`, empty when there is none; `body`: the rest; `toc`: (id, text) of `<h2>`."""

    heading: str
    body: str
    toc: tuple[tuple[str, str], ...]


def finish(
    source: str,
    lang: str,
    t: Mapping[str, Any],
    glossary: Mapping[str, Any] = MappingProxyType({}),
    entry: Callable[[str], str] = str,
    in_french: Collection[str] = (),
) -> Finished:
    """The HTML that Markdown made, ready for the template. `t` is the tree of interface strings;
    `entry` gives the address of an entry of `glossary`; `in_french` names the sections of a
    page in another language that are in French."""
    root = html.fragment_fromstring(source, create_parent="div") if source.strip() else html.Element("div")
    if lang != CANONICAL:
        _in_french(root, in_french, t)
    space(root, lang)
    _callouts(root, t)
    _tables(root)
    link_first(root, glossary, entry)
    if lang != CANONICAL:
        mark_french(root, t["name"])
        _whole_titles(root)
    heading = ""
    first = root.find("h1")
    if first is not None:
        heading = _inner(first)
        first.drop_tree()
    _fold_law(root)
    toc = tuple((h.get("id"), h.text_content().strip()) for h in root.iter("h2") if h.get("id"))
    return Finished(heading, _with_icons(_inner(root)), toc)


def space(root: html.HtmlElement, lang: str) -> None:
    """The spacing of `lang` in the text nodes of `root`, in place."""
    for node in root.iter():
        if isinstance(node.tag, str) and node.text and not any(a.tag in SKIP for a in (node, *node.iterancestors())):
            node.text = spaced(node.text, lang)
        if node.tail and node is not root and not any(a.tag in SKIP for a in node.iterancestors()):
            node.tail = spaced(node.tail, lang)


def _in_french(root: html.HtmlElement, sections: Collection[str], t: Mapping[str, Any]) -> None:
    """Each section of `sections` stands apart, said to be in French."""
    name = HEAD
    for node in list(root):
        if node.tag == "h2":
            name = node.get("id") or name
            if name in sections:
                note = html.Element("p", {"class": "late", "role": "note"})
                note.text = t["translation"]["section"]
                node.addprevious(note)
        if name in sections:
            node.set("lang", CANONICAL)
            node.set("dir", "ltr")


def _callouts(root: html.HtmlElement, t: Mapping[str, Any]) -> None:
    for kind in CALLOUTS:
        for box in root.iter("div", "details"):
            classes = box.get("class", "").split()
            if kind not in classes:
                continue
            title = box[0]
            if title.text_content().strip() == kind.title():
                title.text = t["callouts"][kind]
            mark = html.Element("span")
            mark.set("data-icon", CALLOUTS[kind])
            mark.tail, title.text = title.text, None
            title.insert(0, mark)
            box.set("class", f"callout {kind}")
            if box.tag == "div":
                title.set("class", "callout-title")
                box.set("role", "note")


def _whole_titles(root: html.HtmlElement) -> None:
    """A title of a callout that holds French words is one piece beside its icon: they are laid out in a row."""
    for title in root.xpath(".//*[contains(@class, 'callout')]/*[1][bdi or span[@lang]]"):
        whole = html.Element("span")
        mark = title[0]
        whole.text, mark.tail = mark.tail, None
        whole.extend(list(title)[1:])
        title.append(whole)


def _fold_law(root: html.HtmlElement) -> None:
    """The section `## … {#loi}` becomes a fold that its title opens: the answer comes first, the law on request."""
    title = next((node for node in root.iter("h2") if node.get("id") == LAW), None)
    if title is None:
        return
    fold = html.Element("details", {"class": "law"})
    parent, rank = title.getparent(), title.getparent().index(title)
    section = list(parent)[rank + 1 :]
    following = next((n for n, node in enumerate(section) if node.tag == "h2"), len(section))
    parent.insert(rank, fold)
    summary = etree.SubElement(fold, "summary")
    summary.append(title)
    fold.extend(section[:following])


def _tables(root: html.HtmlElement) -> None:
    """Each cell carries the text of its column, for the narrow layout."""
    for table in root.iter("table"):
        heads = [cell.text_content().strip() for cell in table.iterfind(".//thead//th")]
        for row in table.iter("tr"):
            for column, cell in enumerate(row.iter("td", "th")):
                cell.attrib.pop("style", None)
                if cell.tag == "th":
                    cell.set("scope", "col")
                    continue
                if column < len(heads) and heads[column]:
                    cell.set("data-label", heads[column])


def _inner(node: html.HtmlElement) -> str:
    return (_escaped(node.text) + "".join(etree.tostring(c, encoding="unicode", method="html") for c in node)).strip()


def _escaped(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _with_icons(text: str) -> str:
    # libxml2 would lower-case the viewBox of an SVG, so icons enter after the tree is written out.
    for name in CALLOUTS.values():
        text = text.replace(f'<span data-icon="{name}"></span>', str(icons.svg(name)))
    return text

"""Chapters and parts of a book made of pages: numbered, their citations turned into notes, their words marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from portal.printing import index, together
from portal.printing.content import Content
from portal.printing.links import Node
from portal.printing.notes import Notes
from portal.printing.typography import set_text


def parts(
    content: Content, urls: Sequence[str], notes: Notes, link: Callable[[str, str], Node] | None = None
) -> list[Node]:
    """[{"title", "chapters"}]: each part begins on a page of its own.

    A page of the menu opens a part, and the pages under it are its chapters; the pages of the foot stand together in
    the last part. `link` makes a link node of (page, address), by default one to a place of the whole guide. A chapter
    is {"id", "number", "top", "title", "summary", "checked", "qr", "kind", "opening", "body"}; `top` says that it opens
    a part or stands under none, `opening` what is never parted from its title."""
    marked = index.chapters(content)
    found: list[Node] = []
    major = minor = 0
    for url in urls:
        section = content.fronts[url].section
        # A page chosen without the one above it stands on its own.
        top = not found or found[-1]["folder"] != f"{content.lang}/{section}"
        major, minor = (major + 1, 0) if top else (major, minor + 1)
        chapter = _chapter(content, url, link)
        notes.chapter(chapter["body"])
        index.mark(chapter["body"], marked - {url})
        body = together.gathered(chapter["body"])
        first = together.opening(body)
        chapter |= {"number": str(major) if top else f"{major}.{minor}", "top": top}
        chapter |= {"opening": body[:first], "body": body[first:]}
        foot = top and section == "pied"
        if foot and found and found[-1]["foot"]:
            found[-1]["chapters"].append(chapter)
        elif top:
            name = content.own["foot_part"] if foot else f"{chapter['number']} · {chapter['title']}"
            found.append({"title": name, "folder": url.removesuffix(".html"), "foot": foot, "chapters": [chapter]})
        else:
            found[-1]["chapters"].append(chapter)
    return found


def _chapter(content: Content, url: str, link: Callable[[str, str], Node] | None) -> Node:
    head: Node = {"id": url, "qr": content.code(url)}
    page = content.pages.get(url)
    if page is None:
        title = set_text(content.fronts[url].label, content.lang)
        return {**head, "kind": "checker", "title": title, "body": []}
    return {
        **head,
        "kind": "page",
        "title": set_text(page.title, page.lang),
        "summary": set_text(page.summary, page.lang),
        "checked": content.checked(page),
        "body": content.blocks(page, (lambda href: link(url, href)) if link else None),
    }


def frame(content: Content, form: str) -> Node:
    """What every book says of itself: words, edition, address, fingerprint, who publishes and who helps nearby.

    `form` is its format, "a4" or "a5"."""
    interface = content.interface
    return {
        **content.letters,
        "format": form,
        "own": content.own,
        "callouts": interface["callouts"],
        "warnings": content.warnings,
        "qr": content.code(f"{content.lang}/index.html"),
        "fingerprint": content.fingerprint,
        "operator": content.operator,
        "local": _local(content),
    }


def _local(content: Content) -> Node | None:
    local = content.local
    if local is None:
        return None
    words = content.own["local"]
    fields = (
        (words["address"], local.address),
        (words["hours"], local.hours),
        (words["phone"], local.phone),
        (words["directions"], local.directions),
    )
    return {
        "title": words["title"],
        "name": set_text(local.name, content.lang),
        "facts": [{"name": name, "text": set_text(text, content.lang)} for name, text in fields if text],
        "seen": words["seen"].replace("{seen}", content.date(local.seen)),
    }

"""The templates that a release signs for its hosts, and what a host's words make of them: local/ and the stubs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree, html
from markupsafe import Markup

from portal import edition
from portal.languages.catalogue import CANONICAL, languages
from portal.languages.marked_page import mark_page
from portal.languages.marks import mark_french
from portal.mirrors.config import NOBODY, Mirror, find, refuse
from portal.pages import HOST_PAGE, Site, environment
from portal.typography import spaced
from portal.verify import branding

SHEET = Path(__file__).with_name("local.css")
COMPRESSED = (".br", ".gz")


def write(root: Path, site: Path) -> None:
    """Writes in the folder `site` the templates, and what mirror.yml of `root` makes of them; without that file,
    everything says that it is for the host to write. A build has every language. Raises BuildError."""
    templates(root, site)
    mirror = find(root) or NOBODY
    apply(site, replace(mirror, values={**mirror.values, "langues": []}))


def templates(root: Path, site: Path) -> None:
    """Writes hebergeur/modeles/ in the folder `site`. Same project, same bytes."""
    env = environment(root)
    pages: Site = env.globals["site"]  # type: ignore[assignment]
    folder = site / branding.TEMPLATES
    _put(folder / SHEET.name, SHEET.read_bytes())
    for lang in languages(root):
        if pages.whole(lang) == lang:
            url = HOST_PAGE.format(lang=lang)
            said = {name: entry["texte"] for name, entry in pages.data(lang)["copie"].items()}
            text = {"title": said["titre"], "description": said["description"], "summary": said["resume"]}
            context = pages.context(url, lang=lang, index=False, **text)
            words = {name: _marked(value, lang, context["t"]["name"]) for name, value in said.items()}
            # The same page, in each language that has it.
            for choice in context["languages"]:
                if pages.whole(choice["code"]) == choice["code"]:
                    choice["url"] = HOST_PAGE.format(lang=choice["code"])
            number = edition.load(root).number
            made = env.get_template("host/mentions.html").render(**context, words=words, numero=number)
            _put(folder / lang / Path(url).name, mark_page(made, lang, context["t"]["name"]).encode())
        if lang != CANONICAL:
            context = pages.context(f"{lang}/index.html", lang=lang, title="", description="", index=False)
            made = env.get_template("host/absent.html").render(**context)
            _put(folder / lang / "absent.html", mark_page(made, lang, context["t"]["name"]).encode())


def apply(site: Path, mirror: Mirror) -> None:
    """Makes of the release in the folder `site`, whose templates are signed, the copy of this host. Touches nothing but
    local/ and the folders of the languages that it leaves out. Raises BuildError before it touches anything."""
    models = read(site)
    names = [file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()]
    refuse(_unknown(mirror, branding.droppable(models)))
    made = branding.files(models, mirror.values, mirror.logo, names)
    mine = (name for name in names if name.startswith(branding.FOLDER))
    for name in {*mine, *branding.gone(names, branding.dropped(models, mirror.values))} - made.keys():
        (site / name).unlink()
    for name, data in made.items():
        _put(site / name, data)


def read(site: Path) -> dict[str, bytes]:
    """The templates of a release by their name."""
    folder = site / branding.TEMPLATES
    files = sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix not in COMPRESSED)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def _unknown(mirror: Mirror, known: Iterable[str]) -> Iterator[str]:
    ours = [CANONICAL, *known]
    wrong = [lang for lang in mirror.values["langues"] if lang not in ours]
    return iter(
        mirror.said(
            ("langues", f"« langues » : cette édition n’a pas « {lang} ». Choisissez parmi {', '.join(ours)}.")
            for lang in wrong
        )
    )


def _marked(text: str, lang: str, name: str) -> Markup:
    """A text as HTML: its French words are said to be so, in a language written in `name`, its name."""
    element = html.fragment_fromstring(Markup.escape(spaced(text, lang)), create_parent="span")
    if lang != CANONICAL:
        mark_french(element, name)
    written = etree.tostring(element, encoding="unicode", method="html")
    return Markup(written.removeprefix("<span>").removesuffix("</span>"))


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Not through a hard link that another copy of the release may share.
    path.unlink(missing_ok=True)
    path.write_bytes(data)

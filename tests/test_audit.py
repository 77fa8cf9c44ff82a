"""The audit finds each fault that it claims to find, and nothing in a sound site."""

from __future__ import annotations

import random
import string
from pathlib import Path

import pytest

from portal import budgets
from portal.audit import audit

GOOD = """<!doctype html><html lang="fr" dir="ltr"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>Page</title>
<meta name="description" content="d"><meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer"><link rel="stylesheet" href="site.css"></head>
<body><main><h1>Titre</h1><h2 id="a">Un</h2>
<p><a href="other.html#b">lien</a> <a href="#a">ici</a></p></main></body></html>"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    (tmp_path / "site.css").write_text("p{color:#000}", "utf-8")
    (tmp_path / "index.html").write_text(GOOD, "utf-8")
    (tmp_path / "other.html").write_text(
        GOOD.replace("Page", "Autre")
        .replace('id="a"', 'id="b"')
        .replace("other.html#b", "index.html#a")
        .replace('#a">ici', '#b">ici'),
        "utf-8",
    )
    return tmp_path


def test_a_sound_site_has_no_fault(small: Path) -> None:
    assert audit(small) == []


def test_an_empty_site_is_a_fault(tmp_path: Path) -> None:
    assert "no page at all" in audit(tmp_path)[0]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("other.html#b", "gone.html", "gone.html leads nowhere"),
        ("other.html#b", "other.html#c", "other.html#c: no such place"),
        ("other.html#b", "/other.html", "an address from the root"),
        ("other.html#b", "../x.html", "leads out of the site"),
        ("other.html#b", "http://a.fr/", "only https"),
        ("other.html#b", "javascript:x()", "code in the href"),
        ('href="site.css"', 'href="https://cdn.example/x.css"', "asks a third party"),
        ("<h1>", '<img src="//cdn.example/x.png" alt=""><h1>', "asks a third party"),
        ("<h1>", "<script>1</script><h1>", "inline <script>"),
        ("<h1>", "<style>p{}</style><h1>", "inline <style>"),
        ("<h1>", '<h1 style="color:red">', "inline style on <h1>"),
        ("<h1>", '<h1 onclick="x()">', "inline onclick on <h1>"),
        ("<h2 ", '<p id="a"></p><h2 ', "id “a” is used 2 times"),
        ("<title>Page", "<title>Autre", "same title as"),
        ("<h2", "<h4>x</h4><h2", "follows a level 1 heading"),
        ("<h1>Titre</h1>", "", "0 <h1>"),
        ('lang="fr" ', "", "<html> has no lang"),
        ('dir="ltr"', "", "<html> has no dir"),
        ("<h1>", '<img src="site.css"><h1>', "<img> without alt"),
        ("<h2", '<input name="x"><h2', "field x has no label"),
        ("<h2", "<button></button><h2", "<button> without a name"),
        ("<h2", '<p aria-labelledby="zz">x</p><h2', "aria-labelledby names “zz”"),
        ("Content-Security-Policy", "x", "no content security policy"),
        ('name="description"', 'name="x"', "no <meta name=description>"),
        ("</head>", '<link rel="stylesheet" href="a.css">' * 5 + "</head>", "a.css leads nowhere"),
    ],
)
def test_each_fault_is_found(small: Path, old: str, new: str, expected: str) -> None:
    page = small / "index.html"
    assert old in GOOD
    page.write_text(GOOD.replace(old, new, 1), "utf-8")
    assert any(expected in fault for fault in audit(small)), audit(small)


def noise(length: int) -> str:
    """Text that no compression makes small."""
    return "".join(random.Random(1).choices(string.ascii_letters, k=length))


def test_a_page_too_heavy_is_found_with_its_modules(small: Path) -> None:
    (small / "a.js").write_text('import { b } from "./b.js";', "utf-8")
    (small / "b.js").write_text(f"// {noise(45_000)}", "utf-8")
    page = GOOD.replace("</head>", '<script type="module" src="a.js"></script></head>')
    (small / "index.html").write_text(page, "utf-8")
    assert any("index.html: first view of" in fault for fault in audit(small))


def test_an_article_too_heavy_is_found(small: Path) -> None:
    (small / "index.html").write_text(GOOD.replace("Un", noise(2 * budgets.PAGE)), "utf-8")
    assert any("index.html: first view of" in fault for fault in audit(small))


def test_half_of_the_pages_too_heavy_is_found(small: Path) -> None:
    (small / "index.html").write_text(GOOD.replace("Un", noise(int(1.6 * budgets.PAGE_MEDIAN))), "utf-8")
    faults = audit(small)
    assert len(faults) == 1
    assert "or more for half of the pages" in faults[0]


def test_too_many_requests_are_found(small: Path) -> None:
    sheets = ""
    for number in range(budgets.REQUESTS - 1):
        (small / f"{number}.css").write_text(f"p{{margin:{number}px}}", "utf-8")
        sheets += f'<link rel="stylesheet" href="{number}.css">'
    (small / "index.html").write_text(GOOD.replace("</head>", sheets + "</head>"), "utf-8")
    assert any(f"{budgets.REQUESTS + 1} requests" in fault for fault in audit(small))


def test_style_sheets_ask_nobody(small: Path) -> None:
    (small / "site.css").write_text("@import 'https://fonts.example/a.css'; p{background:url(gone.png)}", "utf-8")
    faults = audit(small)
    assert any("fonts.example" in fault for fault in faults)
    assert any("gone.png" in fault for fault in faults)

"""Each check of tests/access.js and tests/access.py finds a fault where there is one, and none where there is none."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.access import SCRIPT, keyboard, walk

HEAD = "<style>body { margin: 0 } * { font-size: 16px } .row { display: flex }</style>"
WRONG = [
    ("images", '<p>Un <svg width="9" height="9"><path d="M0 0"/></svg></p>'),
    ("images", '<p>Un <svg aria-hidden="true" width="9" height="9"><title>Deux</title></svg></p>'),
    ("groups", '<label><input type="radio" name="a">Oui</label>'),
    ("groups", '<fieldset><label><input type="radio" name="a">Oui</label></fieldset>'),
    ("headings", "<h1>Un</h1><h3>Trois</h3>"),
    ("headings", "<h2>Deux</h2>"),
    ("landmarks", "<main>Un</main><main>Deux</main>"),
    ("landmarks", "<main>Un</main><header>Deux</header>"),
    ("landmarks", "<main><nav>Un</nav></main>"),
    ("languages", '<p lang="ar" dir="rtl">وصل récépissé</p>'),
    ("languages", "<p>Le mot وصل</p>"),
    ("languages", '<p lang="xx">Un</p>'),
    ("languages", '<p lang="ar">وصل</p>'),
    ("pieces", '<p class="row">Le <bdi lang="ar">وصل</bdi> est là</p>'),
    ("overflow", '<p style="inline-size: 2000px">Un</p>'),
    ("overflow", '<p style="overflow: hidden; block-size: 10px">Un</p>'),
    ("targets", "<button style='padding: 0; border: 0; block-size: 20px'>Un</button>"),
    ("motion(false)", "<style>@keyframes a { to { opacity: 0 } } p { animation: a 2s infinite }</style><p>Un</p>"),
    ("motion(true)", "<style>@keyframes a { to { opacity: 0 } } p { animation: a 2s }</style><p>Un</p>"),
    ("forced", '<p style="forced-color-adjust: none">Un</p>'),
]
RIGHT = """<header>Haut</header><main><nav aria-label="Plan"><a href="#a">Un lien</a> de texte</nav>
<h1>Un</h1><h2>Deux</h2>
<svg aria-hidden="true" width="9" height="9"></svg><svg role="img" aria-label="Dessin" width="9" height="9"></svg>
<fieldset><legend>Choix</legend><label style="padding: 4px"><input type="radio" name="a">Oui</label></fieldset>
<p>Le mot <bdi lang="ar">وصل</bdi></p><p lang="ar" dir="rtl">وصل <bdi lang="fr">récépissé</bdi></p></main>
<footer>Bas</footer>"""


@pytest.fixture
def bare(page: Page) -> Page:
    page.set_content('<html lang="fr" dir="ltr"><body></body></html>')
    page.evaluate(SCRIPT.read_text("utf-8"))
    return page


def seen_by(page: Page, check: str, body: str) -> list[str]:
    page.evaluate("(body) => { document.body.innerHTML = body; }", HEAD + body)
    faults: list[str] = page.evaluate(f"access.{check if '(' in check else f'{check}()'}")
    return faults


@pytest.mark.parametrize(("check", "body"), WRONG)
def test_each_check_finds_what_is_wrong(bare: Page, check: str, body: str) -> None:
    assert seen_by(bare, check, body)


def test_no_check_finds_anything_where_all_is_right(bare: Page) -> None:
    for check in dict.fromkeys(check for check, _ in WRONG):
        assert seen_by(bare, check, RIGHT) == [], check


def test_a_hidden_focus_and_an_order_against_the_eye_are_found(bare: Page) -> None:
    low, high = (f'<a href="#{i}" style="position: absolute; inset-block-start: {i}px">{i}</a>' for i in (300, 100))
    seen_by(bare, "headings", f"{low}{high}<button style='outline: 0'>Un</button>")
    found = keyboard(walk(bare), right_to_left=False)
    assert found["focus"] == ["button “Un”"]
    assert found["order"][0] == "a “100” after a “300”"

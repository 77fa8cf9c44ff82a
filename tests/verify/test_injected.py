"""What was put in a page is said in clear; what our own pages do is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.verify.injected import LONGEST, describe

KNOWN = {"assets/verifier.js", "fr/index.html", "fr/recherche.html"}


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<script>1</script>", "écrit dans la page"),
        ("<SCRIPT type=module>1</SCRIPT>", "écrit dans la page"),
        ("<script src=https://t.example/a.js></script>", "t.example"),
        ("<script src='//t.example/a.js'></script>", "t.example"),
        ("<script src='/\\t.example/a.js'></script>", "vient d’un tiers"),
        ("<script src='../assets/other.js'></script>", "n’est pas de l’édition"),
        ("<p onclick=a()>", "onclick"),
        ("<svg/onload=a()>", "onload"),
        ("<iframe src=x>", "iframe"),
        ("<object data=x>", "object"),
        ("<form action=https://t.example/>", "Un formulaire"),
        ("<form action=/collecte>", "/collecte"),
        ("<button formaction=https://t.example/>", "t.example"),
        ("<img src=https://t.example/p.gif>", "t.example"),
        ("<img src='ht\ntps://t.example/p.gif'>", "t.example"),
        ("<link rel=stylesheet href=https://t.example/a.css>", "t.example"),
        ("<a href=javascript:a()>", "javascript:"),
        ("<a href='java\tscript:a()'>", "javascript:"),
        ("<base href=https://t.example/>", "balise base"),
        ("<meta http-equiv=Refresh content='0;url=x'>", "meta refresh"),
        ("<p style='background:url(//t.example)'>", "Un style"),
        ("<img src='http://[x'>", "illisible"),
    ],
)
def test_what_was_put_in(page: str, words: str) -> None:
    assert words in " ".join(describe(page, "fr/droits.html", KNOWN))


@pytest.mark.parametrize(
    "page",
    [
        "<script src='../assets/verifier.js' defer></script>",
        "<script src='../assets/verifier.js?v=1'></script>",
        "<a href='https://www.service-public.gouv.fr/'>",
        "<form action='recherche.html'>",
        "<form>",
        "<img src='data:image/png;base64,AA'>",
        "<script type='application/json'>{}</script>",
        "<link rel=stylesheet href='../assets/site.css'>",
        "<p>&lt;script&gt;",
    ],
)
def test_what_our_pages_do(page: str) -> None:
    assert describe(page, "fr/droits.html", KNOWN) == []


@given(st.text(st.sampled_from("<>/=\"' scriptonload:!-[]&;#x0"), max_size=60))
def test_no_page_breaks_the_reader(page: str) -> None:
    assert len(describe(page, "fr/x.html", KNOWN)) <= 20


def test_what_no_page_is_made_of_does_not_stop_the_reading() -> None:
    """`<![` of a page stopped the program: the script after it was not told, nor anything of the copy."""
    assert any("écrit dans la page" in line for line in describe("<![<p>x</p><script>1</script>", "fr/x.html", ()))
    assert describe("<p>x<![", "fr/x.html", ()) == []


@pytest.mark.parametrize("piece", ["<a ", "</", "<!--", "<![", "<?", "<!x", "<a b='", "<a b=\"' ", "&#", "<![CDATA["])
def test_a_page_made_of_what_never_ends_is_read_once(piece: str) -> None:
    """Each sign was read again from the next one: hours, at the length that is allowed."""
    describe(piece * (LONGEST // len(piece)), "fr/x.html", ())
    describe(piece * (LONGEST // len(piece) // 40) + ">", "fr/x.html", ())

"""The one table of security headers: each path has one class, in the built site too."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.headers import PATH_CLASSES, POLICY, path_class, security_headers


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("guides/droits-en-attente-fr.html", "guide"),
        ("guides/verifier.html", "guide"),
        ("guides/droits-en-attente-fr.pdf", "page"),
        ("fr/guides/page.html", "page"),
        ("fr/verifier.html", "outil"),
        ("verifier.html", "outil"),
        ("fr/ne-pas-verifier.html", "page"),
        ("assets/worker.js", "outil"),
        ("fr/assets/worker.js", "page"),
        ("sw.js", "outil"),
        ("fr/sw.js", "page"),
        ("runtime/small/pyodide.asm.wasm", "outil"),
        ("fr/runtime/x.js", "page"),
        ("fr/index.html", "page"),
        ("local/fr/mentions.html", "page"),
        ("", "page"),
    ],
)
def test_each_path_has_its_class(path: str, name: str) -> None:
    assert path_class(path).name == name


def test_only_the_checker_fetches_and_compiles() -> None:
    guide, tool, page = (kind.policy for kind in PATH_CLASSES)
    assert "connect-src 'self'" in tool
    assert "wasm-unsafe-eval" in tool
    for policy in (guide, page):
        assert "wasm-unsafe-eval" not in policy
        assert "connect-src 'self'" not in policy
    assert all("frame-ancestors 'none'" in kind.policy for kind in PATH_CLASSES)
    assert "unsafe-inline" in guide
    assert "unsafe-inline" not in tool + page


def test_the_header_of_a_page_allows_what_its_own_meta_allows(site: Path) -> None:
    """The browser enforces both: what one of them forbids is lost."""
    for lang in ("fr", "en", "ar"):
        for name in ("index.html", "travailler.html", "verifier.html", "recherche.html"):
            text = (site / lang / name).read_text("utf-8").replace("&#39;", "'")
            policy = security_headers(f"{lang}/{name}")[POLICY].removesuffix("; frame-ancestors 'none'")
            assert f'content="{policy}"' in text, name

"""The checks of the law catch what they claim to catch."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from checker.rules.sources import SOURCES
from portal import lawcheck
from portal.errors import BuildError
from portal.lawtexts import fingerprint, read_texts

QUOTED = SOURCES["ceseda-r432-2"]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder of texts in which every quote of the rule base stands in its paragraph."""
    folder = tmp_path / "texts"
    folder.mkdir()
    articles: dict[tuple[str, str], dict[int, list[str]]] = {}
    for source in lawcheck.quoted():
        assert source.code and source.article and source.paragraph and source.quote
        article = articles.setdefault((source.code, source.article), {})
        article.setdefault(source.paragraph, []).append(source.quote)
    for code in {code for code, _ in articles}:
        lines = []
        for (owner, number), paragraphs in sorted(articles.items()):
            if owner == code:
                lines.append(f"## {number}\n")
                for rank in range(1, max(paragraphs) + 1):
                    quotes = paragraphs.get(rank, [f"alinéa {rank}"])
                    # A quote may contain another: the longest alone then stands for both.
                    kept = [q for q in quotes if not any(q != other and q in other for other in quotes)]
                    lines.append(" ; ".join(dict.fromkeys(kept)))
        (folder / f"{code.lower()}.md").write_text("\n".join(lines), encoding="utf-8")
    return folder


@pytest.fixture
def project(root: Path, tmp_path: Path, texts: Path) -> Path:
    (tmp_path / "checker" / "rules").mkdir(parents=True)
    lawcheck.pin(tmp_path, texts)
    return tmp_path


def test_the_project_is_sound(root: Path) -> None:
    assert lawcheck.check(root) == []


def test_faithful_texts_pass(project: Path, texts: Path) -> None:
    assert lawcheck.check(project, texts) == []
    assert lawcheck.check(project) == []


def test_a_changed_word_is_seen(project: Path, texts: Path) -> None:
    path = texts / "ceseda.md"
    path.write_text(path.read_text(encoding="utf-8").replace("quatre mois", "trois mois"), encoding="utf-8")
    problems = "\n".join(lawcheck.check(project, texts))
    assert "ceseda-r432-2" in problems and "is not in CESEDA R432-2, paragraph 1" in problems
    assert "CESEDA R432-2: the article is not the one that was read" in problems


def test_a_quote_twice_in_its_paragraph_is_seen(project: Path, texts: Path) -> None:
    path = texts / "ceseda.md"
    assert QUOTED.quote
    doubled = path.read_text(encoding="utf-8").replace(QUOTED.quote, QUOTED.quote * 2)
    path.write_text(doubled, encoding="utf-8")
    assert any("more than once" in problem for problem in lawcheck.check(project, texts))


def test_a_missing_article_is_seen(project: Path, texts: Path) -> None:
    path = texts / "ceseda.md"
    path.write_text(path.read_text(encoding="utf-8").replace("## R432-2", "## R999-9"), encoding="utf-8")
    assert any("CESEDA R432-2 is not in the texts" in problem for problem in lawcheck.check(project, texts))


def test_without_texts_a_quote_never_checked_is_seen(project: Path) -> None:
    path = project / lawcheck.PINNED
    pinned = json.loads(path.read_text(encoding="utf-8"))
    key = next(key for key in pinned["quotes"] if key.startswith("CESEDA R432-2"))
    del pinned["quotes"][key]
    path.write_text(json.dumps(pinned), encoding="utf-8")
    assert any("ceseda-r432-2" in problem for problem in lawcheck.check(project))


def test_a_low_source_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SOURCES, "ceseda-r432-2", replace(QUOTED, confidence="low"))
    assert any("confidence “low”" in problem for problem in lawcheck.check(root))


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="no article found"):
        read_texts(tmp_path)


def test_the_newest_version_is_the_last_printed(tmp_path: Path) -> None:
    (tmp_path / "cja.md").write_text(
        "## R1-1\n\n_2 versions follow_\n\n### version 1\n\nancien\n\n### version 2\n\nun\ndeux\n", encoding="utf-8"
    )
    assert read_texts(tmp_path) == {("CJA", "R1-1"): ("un", "deux")}


def test_fingerprints_ignore_spacing_only() -> None:
    assert fingerprint("a  b\nc") == fingerprint("a b c") != fingerprint("a b d")

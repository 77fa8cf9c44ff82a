"""What one can do to the files of a copy: each alteration is found, in a folder, in both archives and at an address."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from portal.verify import branding
from tests.mini_release import HOST, PNG, Mini, check, codes, put
from tests.verify.serving import serving

KINDS = ("folder", "zip", "tar", "web")
Alter = Callable[[Path], None]


def flip(name: str) -> Alter:
    def alter(site: Path) -> None:
        data = bytearray((site / name).read_bytes())
        data[len(data) // 2] ^= 1
        (site / name).write_bytes(data)

    return alter


def insert(name: str, text: str) -> Alter:
    return lambda site: put(site, {name: (site / name).read_bytes() + text.encode()})


def write(name: str, data: bytes) -> Alter:
    return lambda site: put(site, {name: data})


def drop(name: str) -> Alter:
    return lambda site: (site / name).unlink()


def cut(name: str) -> Alter:
    return lambda site: put(site, {name: (site / name).read_bytes()[:-1]})


def swap(site: Path) -> None:
    one, other = (site / "fr" / name for name in ("index.html", "droits.html"))
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def drop_language(site: Path) -> None:
    for file in (site / "ar").iterdir():
        file.unlink()


def forge_manifest(site: Path) -> None:
    """The attacker alters a page and makes the manifest true again."""
    insert("fr/droits.html", "<p>faux")(site)
    text = (site / "edition/MANIFEST.txt").read_text("utf-8")
    new = hashlib.sha256((site / "fr/droits.html").read_bytes()).hexdigest()
    lines = [f"{new}  fr/droits.html" if line.endswith("fr/droits.html") else line for line in text.splitlines()]
    (site / "edition/MANIFEST.txt").write_text("\n".join(lines) + "\n", "utf-8")


def edit(name: str, old: str, new: str) -> Alter:
    def alter(site: Path) -> None:
        text = (site / name).read_text("utf-8")
        assert old in text
        (site / name).write_text(text.replace(old, new), "utf-8")

    return alter


STATEMENT, MANIFEST = "edition/edition.json", "edition/MANIFEST.txt"
EVERYWHERE: dict[str, tuple[Alter, set[str]]] = {
    "a byte flipped in a page": (flip("fr/droits.html"), {"file-altered"}),
    "a byte flipped in a script": (flip("assets/verifier.js"), {"file-altered"}),
    "a byte flipped in WebAssembly": (flip("assets/search.wasm"), {"file-altered"}),
    "a byte flipped in a PDF": (flip("guides/guide.pdf"), {"file-altered"}),
    "a byte flipped in the service worker": (flip("sw.js"), {"file-altered"}),
    "a tracker": (insert("fr/index.html", '<img src="https://t.example/p.gif">'), {"file-altered", "injected"}),
    "a third-party script": (insert("fr/index.html", '<script src="//t.example/a.js"></script>'), {"injected"}),
    "an inline script": (insert("index.html", "<script>alert(1)</script>"), {"file-altered", "injected"}),
    "an event handler": (insert("index.html", "<p onclick='a()'>"), {"injected"}),
    "a frame": (insert("fr/verifier.html", "<iframe src='x'></iframe>"), {"injected"}),
    "a form": (insert("fr/verifier.html", "<form action='https://t.example/'>"), {"injected"}),
    "two pages swapped": (swap, {"file-altered"}),
    "a language removed": (drop_language, {"file-missing"}),
    "a page removed": (drop("fr/droits.html"), {"file-missing"}),
    "a page cut by one byte": (cut("fr/droits.html"), {"file-altered"}),
    "a page emptied": (write("fr/droits.html", b""), {"file-altered"}),
    "another date in the statement": (edit(STATEMENT, "2026-11-23", "2026-11-30"), {"signatures-few"}),
    "a later end in the statement": (edit(STATEMENT, "2027-02-21", "2029-02-21"), {"signatures-few"}),
    "another number in the statement": (edit(STATEMENT, '"edition": 7', '"edition": 8'), {"signatures-few"}),
    "the statement written otherwise": (edit(STATEMENT, "\n ", "\n  "), {"statement-malformed"}),
    "a key twice in the statement": (edit(STATEMENT, '"edition": 7', '"edition": 9,\n "edition": 7'),
                                     {"statement-malformed"}),
    "a statement that is no JSON": (write(STATEMENT, b"[" * 60_000), {"statement-malformed"}),
    "a statement with a mark": (lambda s: put(s, {STATEMENT: b"\xef\xbb\xbf" + (s / STATEMENT).read_bytes()}),
                                {"statement-malformed"}),
    "an endless statement": (write(STATEMENT, b" " * 70_000), {"file-altered"}),
    "no statement": (drop(STATEMENT), {"edition-missing"}),
    "an edited manifest": (edit(MANIFEST, "fr/droits.html\n", "fr/droitz.html\n"), {"manifest-altered"}),
    "a manifest made again": (forge_manifest, {"manifest-altered"}),
    "a manifest that is not UTF-8": (insert(MANIFEST, "\udcff".encode("utf-8", "surrogatepass").decode("latin-1")),
                                     {"manifest-altered"}),
    "a manifest with a mark": (lambda s: put(s, {MANIFEST: b"\xef\xbb\xbf" + (s / MANIFEST).read_bytes()}),
                               {"manifest-altered"}),
    "no manifest": (drop(MANIFEST), {"edition-missing"}),
    "other sizes": (edit("edition/tailles.json", "1", "2"), {"file-altered"}),
    "a script in local/ by a fault of its data": (
        edit("local/miroir.json", '"nom": ""', '"nom": "\\u0000"'), {"local-data"}),
    "data of the host with one more field": (
        edit("local/miroir.json", '"nom": "",', '"nom": "", "html": "<script>",'), {"local-data"}),
    "data of the host written otherwise": (insert("local/miroir.json", "\n"), {"local-data"}),
    "a forged style sheet in local/": (insert("local/local.css", "@import url(https://t.example);"), {"local-differs"}),
    "a script in the legal notice": (insert("local/fr/mentions.html", "<script>1</script>"),
                                     {"local-differs", "injected"}),
    "a law in the legal notice": (insert("local/fr/mentions.html", "<p>Payez 50 €."), {"local-differs"}),
    "another manifest in local/": (write("local/MANIFEST.txt", b""), {"local-differs"}),
    "no data of the host": (drop("local/miroir.json"), {"local-missing"}),
    "no style sheet of the host": (drop("local/local.css"), {"local-missing"}),
    "an altered template": (insert("hebergeur/modeles/local.css", "p{}"), {"file-altered", "local-unchecked"}),
    "other keys named for those who check by hand": (write("edition/signataires", b"x ssh-ed25519 AAAA\n"),
                                                     {"signers-differ"}),
}  # fmt: skip
FILES_ONLY: dict[str, tuple[Alter, set[str]]] = {
    "a page added": (write("fr/dons.html", b"<form action='https://t.example/'>"), {"file-extra", "injected"}),
    "a script added": (write("assets/t.js", b"1"), {"file-extra"}),
    "a file of the system": (write(".DS_Store", b"1"), {"file-extra"}),
    "a server file that is not ours": (write(".htaccess", b"ErrorDocument 404 /x\n"), {"file-extra"}),
    "a file added to local/": (write("local/note.txt", b"1"), {"local-extra"}),
    "a script added to local/": (write("local/a.js", b"1"), {"local-extra"}),
    "the signature of a stranger": (write("edition/signatures/moi.sig", b"1"), {"file-extra"}),
    "something else among the keys": (write("edition/cles/a.js", b"1"), {"file-extra"}),
    "names that differ by their case": (write("FR/index.html", b"1"), {"file-extra", "case-collision"}),
}
COMPRESSED: dict[str, tuple[Alter, set[str]]] = {
    "a compressed page in local/": (write("local/fr/mentions.html.gz", b"1"), {"local-extra"}),
    "an altered .gz": (flip("fr/droits.html.gz"), {"compressed-altered"}),
    "an altered .br": (flip("fr/droits.html.br"), {"compressed-altered"}),
    "a .gz longer than its own": (insert("assets/verifier.js.gz", "1"), {"compressed-altered"}),
    "a .gz where the edition has none": (write("guides/guide.pdf.gz", b"1"), {"file-extra"}),
}


def place(mini: Mini, kind: str) -> Path:
    return {"folder": mini.site, "zip": mini.folder / "dist/copie.zip", "tar": mini.folder / "dist/copie.tar.zst"}[kind]


def judge(mini: Mini, kind: str, expected: set[str]) -> None:
    if kind == "web":
        with serving(mini.site) as server:
            result = check(server.address, mini.trust)
    else:
        mini.pack()
        result = check(place(mini, kind), mini.trust)
    assert expected <= codes(result, "error"), result.findings
    assert result.status == 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_true_copy_is_good(kind: str, good: Mini, mini: Mini) -> None:
    mini.brand(HOST)
    if kind == "web":
        with serving(mini.site) as server:
            result = check(server.address, mini.trust)
    else:
        mini.pack()
        result = check(place(mini, kind), mini.trust)
    assert result.findings == []
    assert result.status == 0
    assert result.signed
    assert result.checked == 22


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", EVERYWHERE)
def test_an_alteration_is_found(name: str, kind: str, mini: Mini) -> None:
    alter, expected = EVERYWHERE[name]
    alter(mini.site)
    judge(mini, kind, expected)


@pytest.mark.parametrize("kind", KINDS[:3])
@pytest.mark.parametrize("name", FILES_ONLY)
def test_what_is_added_is_found(name: str, kind: str, mini: Mini) -> None:
    alter, expected = FILES_ONLY[name]
    alter(mini.site)
    judge(mini, kind, expected)


@pytest.mark.parametrize("kind", ("folder", "tar"))
@pytest.mark.parametrize("name", COMPRESSED)
def test_a_compressed_copy_may_not_differ(name: str, kind: str, mini: Mini) -> None:
    alter, expected = COMPRESSED[name]
    alter(mini.site)
    judge(mini, kind, expected)


def test_compressed_copies_may_be_absent(mini: Mini) -> None:
    mini.brand(HOST)
    for file in [*mini.site.rglob("*.gz"), *mini.site.rglob("*.br")]:
        file.unlink()
    assert check(mini.site, mini.trust).findings == []


def test_server_files_equal_to_ours_may_stand_at_the_top(mini: Mini) -> None:
    mini.brand(HOST)
    for name, twin in ((".htaccess", "htaccess.txt"), ("_headers", "_headers")):
        put(mini.site, {name: (mini.site / "hebergeur" / twin).read_bytes()})
    assert check(mini.site, mini.trust).findings == []


@pytest.mark.parametrize("target", ("fr/index.html", "/etc/passwd", "nulle-part"))
def test_links_are_refused(target: str, mini: Mini) -> None:
    page = mini.site / "fr/droits.html"
    page.unlink()
    page.symlink_to(mini.site / target)
    result = check(mini.site, mini.trust)
    assert {"link", "file-missing"} <= codes(result, "error")
    assert result.status == 1


def test_folders_without_end_are_not_followed(mini: Mini) -> None:
    """Each folder was entered from the one before: a thousand of them stopped the program."""
    deep = mini.site / "fr" / ("d/" * 160)
    deep.mkdir(parents=True)
    (deep / "x.html").write_text("x", "utf-8")
    result = check(mini.site, mini.trust)
    assert "too-deep" in codes(result, "error")
    assert result.status == 1


def test_a_folder_that_is_a_link_is_not_entered(mini: Mini, tmp_path: Path) -> None:
    (mini.site / "fr").rename(tmp_path / "fr")
    (mini.site / "fr").symlink_to(tmp_path / "fr")
    result = check(mini.site, mini.trust)
    assert {"link", "file-missing"} <= codes(result, "error")


def test_the_copy_itself_may_be_reached_by_a_link(mini: Mini, tmp_path: Path) -> None:
    mini.brand(HOST)
    (tmp_path / "courant").symlink_to(mini.site)
    assert check(tmp_path / "courant", mini.trust).status == 0
    assert check(mini.site.parent, None).statement is not None


def test_a_pipe_does_not_stop_the_run(mini: Mini) -> None:
    (mini.site / "fr/droits.html").unlink()
    os.mkfifo(mini.site / "fr/droits.html")
    result = check(mini.site, mini.trust)
    assert {"special-file", "file-missing"} <= codes(result, "error")


def test_a_name_that_is_no_text_is_told(mini: Mini) -> None:
    (mini.site / os.fsdecode(b"fr/\xff.html")).touch()
    assert "file-extra" in codes(check(mini.site, mini.trust), "error")


def test_a_dropped_language_has_stubs_and_nothing_else(mini: Mini) -> None:
    mini.brand(HOST | {"langues": ["fr"]})
    result = check(mini.site, mini.trust)
    assert codes(result) == {"languages-dropped"}
    assert result.status == 0
    stub = (mini.site / "ar/droits.html").read_text("utf-8")
    assert 'href="../fr/droits.html"' in stub
    put(mini.site, {"ar/adresses.json": b"{}", "ar/droits.html.gz": b"1", "ar/index.html": b"<script>1</script>"})
    assert codes(check(mini.site, mini.trust), "error") == {"file-extra", "local-differs", "injected"}


def test_a_logo_is_an_image_of_its_name(mini: Mini) -> None:
    mini.brand(HOST | {"logo": "dessin.PNG"}, PNG)
    assert check(mini.site, mini.trust).findings == []
    for data, code in ((b"<svg onload=1>", "local-logo"), (PNG + b"0" * 200_001, "local-logo")):
        put(mini.site, {branding.FOLDER + "logo.png": data})
        assert code in codes(check(mini.site, mini.trust), "error")

"""A copy that bears the name of its host: the release to the byte but for local/ and the stubs, or nothing at all."""

from __future__ import annotations

import datetime as dt
import io
import re
import shutil
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zstandard
from playwright.sync_api import Browser

from portal.edition import Edition
from portal.errors import BuildError
from portal.mirrors import local
from portal.mirrors.brand import brand
from portal.mirrors.config import NOBODY
from portal.release import archive, manifest, signing
from portal.release import keys as key_sets
from portal.verify.branding import TEMPLATES
from portal.verify.check import verify
from portal.verify.folder import Folder
from tests.mirror_files import WHOLE, picture, write
from tests.release.project import first_set

EDITION = Edition("7", dt.date(2026, 11, 23), dt.date(2027, 2, 21), "https://example.org/")
TODAY = dt.date(2026, 12, 1)
PAGE = """<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>{name}</title>
<body><p>{name}<link rel="stylesheet" href="{up}local/local.css"><div class="host"><p class="host-name"></p></div>"""
PAGES = ("fr/index.html", "fr/droits/api.html", "en/index.html", "ar/index.html", "ar/droits/api.html", "ar/seul.html")
FILES = {
    **{name: PAGE.format(lang=name[:2], name=name, up="../" * name.count("/")) for name in PAGES},
    "index.html": PAGE.format(lang="fr", name="index.html", up=""),
    "ar/index.html.br": "br",
    "ar/hors-ligne.json": "{}",
    "ar/vide/liste.json": "{}",
    "assets/site.css": ".host { color: var(--host-ink, black) }",
    "sw.js": "//",
}


@pytest.fixture(scope="module")
def folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A signed release in folder/site, its sets of keys in folder/cles; the templates are the real ones."""
    made = tmp_path_factory.mktemp("edition")
    for name, text in FILES.items():
        (made / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (made / "site" / name).write_text(text, "utf-8")
    local.templates(root, made / "site")
    local.apply(made / "site", NOBODY)
    own = first_set(made)
    seal(made, own)
    return made


def seal(made: Path, own: list[Path]) -> None:
    site = made / "site"
    printed = {"fr": "3f2a 90b1 77c4 0e5d"}
    manifest.write(site, EDITION, rules="0" * 64, fingerprints=printed, languages=["fr", "en", "ar"])
    known = key_sets.load(made / "cles")
    signing.install(site, made / "cles", known)
    for key in own[:2]:
        signing.sign(site, known[-1], key)


@pytest.fixture
def make(folder: Path, tmp_path: Path) -> Callable[..., Path]:
    """Brands the release, or another, with the text of a mirror.yml; returns the folder of the copy."""

    def made(text: str = WHOLE, name: str = "copie", release: Path | None = None) -> Path:
        config = write(tmp_path / "hôte", text)
        brand(release or folder / "site", config, tmp_path / name, trusted=trusted(folder), today=TODAY)
        return tmp_path / name

    return made


def trusted(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in sorted((folder / "cles").glob("*.json"))]


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_all_but_local_and_stubs_is_the_release_to_the_byte(make: Callable[..., Path], folder: Path) -> None:
    before, after = contents(folder / "site"), contents(make())
    gone = {name for name in before if name.startswith("ar/")}
    same = {name: data for name, data in before.items() if not name.startswith("local/") and name not in gone}
    assert {name: after[name] for name in same} == same
    stubs = {name for name in gone if name.endswith(".html")}
    assert {name for name in after if not name.startswith("local/")} == same.keys() | stubs
    assert {name for name in after if name.startswith("local/")} == {
        *(f"local/{name}" for name in ("MANIFEST.txt", "local.css", "logo.png", "miroir.json")),
        *(f"local/{lang}/mentions.html" for lang in ("ar", "en", "fr")),
    }
    assert after["local/logo.png"] == picture()


def test_the_copy_verifies(make: Callable[..., Path], folder: Path) -> None:
    result = verify(Folder(make()), trusted(folder), TODAY)
    assert (result.status, result.signed) == (0, True)
    assert [finding for finding in result.findings if finding.level != "info"] == []


def test_a_stub_leads_to_the_same_page_in_french(make: Callable[..., Path]) -> None:
    copy = make()
    assert 'href="../../fr/droits/api.html"' in (copy / "ar/droits/api.html").read_text("utf-8")
    assert 'href="../fr/index.html"' in (copy / "ar/seul.html").read_text("utf-8")
    assert not (copy / "ar" / "vide").exists()
    assert "dir=\"rtl\"" in (copy / "ar/index.html").read_text("utf-8")


def test_every_language_stays_when_none_is_named(make: Callable[..., Path], folder: Path) -> None:
    after = contents(make(WHOLE.replace("langues: [fr, en]\n", "")))
    assert contents(folder / "site").keys() <= after.keys()


def test_the_same_bytes_from_a_folder_or_an_archive(make: Callable[..., Path], folder: Path, tmp_path: Path) -> None:
    zipped, tarred = archive.write(folder / "site", EDITION, tmp_path, "edition")
    from_folder, again = contents(make(name="a")), contents(make(name="b"))
    from_zip, from_tar = contents(make(name="c", release=zipped)), contents(make(name="d", release=tarred))
    assert from_folder == again == from_tar
    # The zip has no compressed copies.
    assert from_zip == {name: data for name, data in from_folder.items() if not name.endswith((".br", ".gz"))}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (WHOLE.replace('courriel: "contact@exemple.org"\n', ""), "« courriel » manque"),
        (WHOLE.replace("#1f3a93", "#ffff00"), "trop clair"),
        (WHOLE.replace("[fr, en]", "[fr, en, xx]"), "mirror.yml:18: « langues »"),
    ],
)
def test_a_faulty_description_makes_nothing(make: Callable[..., Path], tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BuildError) as refusal:
        make(text)
    assert said in str(refusal.value).replace("\u00a0", " ")
    assert [path.name for path in tmp_path.iterdir()] == ["hôte"]


def altered(site: Path) -> None:
    (site / "fr" / "index.html").write_text("<p>Autre", "utf-8")


def more(site: Path) -> None:
    (site / "traceur.js").write_text("//", "utf-8")


def less(site: Path) -> None:
    (site / "fr" / "droits" / "api.html").unlink()


def unsigned(site: Path) -> None:
    shutil.rmtree(site / "edition" / "signatures")


def template(site: Path) -> None:
    (site / TEMPLATES / "local.css").write_text("@import 'https://example.org/'", "utf-8")


@pytest.mark.parametrize("harm", [altered, more, less, unsigned, template])
def test_what_does_not_verify_is_refused(
    make: Callable[..., Path], folder: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    release = Path(shutil.copytree(folder / "site", tmp_path / "hôte" / "édition"))
    harm(release)
    with pytest.raises(BuildError, match="n’est pas une édition entière et signée"):
        make(release=release)
    assert [path.name for path in tmp_path.iterdir()] == ["hôte"]


def test_keys_of_others_are_refused(folder: Path, tmp_path: Path) -> None:
    first_set(tmp_path / "autres")
    others = trusted(tmp_path / "autres")
    for sets in (others, []):
        with pytest.raises(BuildError, match="n’est pas une édition entière et signée"):
            brand(folder / "site", write(tmp_path), tmp_path / "copie", trusted=sets, today=TODAY)


def test_a_branded_copy_and_a_folder_in_use_are_refused(make: Callable[..., Path]) -> None:
    copy = make()
    with pytest.raises(BuildError, match="existe déjà"):
        make()
    with pytest.raises(BuildError, match="porte déjà un nom"):
        make(name="autre", release=copy)


def test_an_old_release_is_branded_and_said_to_be_old(folder: Path, tmp_path: Path) -> None:
    late = dt.date(2027, 6, 1)
    found = brand(folder / "site", write(tmp_path), tmp_path / "copie", trusted=trusted(folder), today=late)
    assert [finding.level for finding in found] == ["late"]


def hostile_zips(folder: Path) -> Iterator[Path]:
    link = zipfile.ZipInfo("droits-en-attente/lien")
    link.external_attr = 0o120777 << 16
    for number, (name, data) in enumerate(
        [("../dehors", b"x"), ("/dehors", b"x"), ("a/../../dehors", b"x"), ("a\\..\\..\\dehors", b"x"), (link, b"/etc")]
    ):
        path = folder / f"{number}.zip"
        with zipfile.ZipFile(path, "w") as made:
            made.writestr(name, data)
        yield path


def hostile_tars(folder: Path) -> Iterator[Path]:
    plain, link, hard = tarfile.REGTYPE, tarfile.SYMTYPE, tarfile.LNKTYPE
    for number, (name, kind) in enumerate([("../dehors", plain), ("/dehors", plain), ("lien", link), ("dur", hard)]):
        raw = io.BytesIO()
        with tarfile.open(fileobj=raw, mode="w") as made:
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            made.addfile(entry)
        path = folder / f"{number}.tar.zst"
        path.write_bytes(zstandard.compress(raw.getvalue()))
        yield path


def test_archives_that_leave_their_folder(make: Callable[..., Path], tmp_path: Path) -> None:
    inner = tmp_path / "hôte" / "archives"
    inner.mkdir(parents=True)
    damaged = inner / "abîmé.zip"
    damaged.write_bytes(b"PK\x03\x04" + bytes(50))
    for release in [*hostile_zips(inner), *hostile_tars(inner), damaged]:
        with pytest.raises(BuildError):
            make(release=release)
        assert [path.name for path in tmp_path.iterdir()] == ["hôte"], release
    assert not Path("/dehors").exists()


def test_a_link_in_a_folder_is_refused(make: Callable[..., Path], folder: Path, tmp_path: Path) -> None:
    release = Path(shutil.copytree(folder / "site", tmp_path / "hôte" / "édition"))
    (release / "fr" / "lien.html").symlink_to("/etc/passwd")
    with pytest.raises(BuildError, match="est un lien"):
        make(release=release)


# What a field of free text may hold, and would like to do.
HOSTILE = (
    "<script>document.title='pris'</script>",
    "\"></p><img src=x onerror=\"document.title='pris'\">",
    '"; } body { display: none } .x::after { content: "',
    "\\22 ; } body { display: none } /* \\",
    "*/ @import url(https://example.org/a.css); /*",
    "</style><style>body{display:none}</style>",
    "{{nom}} {{#nom}}x{{/nom}} {{{adresse}}}",
    "&lt;b&gt; &amp; é — 中文 العربية",
)


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_words_are_words(make: Callable[..., Path], browser: Browser, value: str) -> None:
    text = WHOLE
    for name in ("Les amis de l'accueil", "Awa Diallo", "3 rue du Port, 13002 Marseille", "Permanence du port"):
        text = text.replace(f'"{name}"', repr_yaml(value))
    copy = make(text)
    context = browser.new_context(viewport={"width": 400, "height": 700})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((copy / "local/fr/mentions.html").as_uri())
    assert page.title() != "pris"
    assert page.locator("body").is_visible()
    for row in ("Nom", "Adresse", "Directeur ou directrice de la publication"):
        rows = page.locator("#editeur ~ table").first.locator("tr")
        assert rows.filter(has=page.get_by_text(row, exact=True)).locator("bdi").inner_text() == value
    page.goto((copy / "fr/index.html").as_uri())
    written = page.evaluate("getComputedStyle(document.querySelector('.host-name'), '::before').content")
    assert re.sub(r"\\(.)", r"\1", written[1:-1]) == f"{value} · "
    assert page.locator("body").is_visible()
    assert page.locator("script, img, style").count() == 0
    assert all(address.startswith("file:") for address in asked)
    context.close()


def repr_yaml(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


@pytest.mark.parametrize("sign", ["\\n", "\\u202E", "\\u200F", "\\u2066", "\\0", "\\u2028"])
def test_signs_that_turn_or_break_a_line_are_refused(make: Callable[..., Path], sign: str) -> None:
    with pytest.raises(BuildError, match=r"mirror\.yml:2: "):
        make(WHOLE.replace("Les amis de l'accueil", f"Les{sign}amis"))

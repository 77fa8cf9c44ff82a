"""hebergeur/verifier.html, opened from a disk: a true copy is found so, every tampering is said in the right words."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import shutil
import struct
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from portal.release import archive, layout, manifest, signing
from portal.release import keys as key_sets
from portal.verify import branding
from portal.verify.check import verify
from portal.verify.findings import status
from portal.verify.opening import open_place
from tests import host_copy
from tests.engines import firefox
from tests.host_copy import EDITION, HOST, Release
from tests.release.project import first_set, key, make_key
from tests.test_site import OVERFLOW, SMALL_TARGETS, axe, violations  # noqa: F401

TODAY = dt.date(2026, 12, 1)
GOOD = "Aucune différence trouvée"
WRONG = "Cette copie n’est pas conforme"
NOTHING = "Rien n’a pu être vérifié"
LATE = "Aucune différence, mais édition ancienne"
Tamper = Callable[[Release], None]


@pytest.fixture(scope="module")
def sound(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Release:
    """The release that tests copy; the tools are taken from it, as from another channel."""
    return host_copy.make(root, tmp_path_factory.mktemp("sound"))


@pytest.fixture
def release(sound: Release, tmp_path: Path) -> Release:
    shutil.copytree(sound.folder, tmp_path / "copie")
    return Release(tmp_path / "copie", sound.sets, sound.keys)


@pytest.fixture
def tool(page: Page, sound: Release) -> Iterator[Page]:
    """The page of the tool; it may ask nothing of anybody."""
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    open_tool(page, sound)
    yield page
    assert all(address.startswith("file:") for address in asked)
    assert errors == []


def open_tool(page: Page, release: Release, today: dt.date = TODAY) -> None:
    page.clock.set_fixed_time(dt.datetime(today.year, today.month, today.day, 12))
    page.goto((release.folder / "hebergeur" / "verifier.html").as_uri())


def said(page: Page, place: Path) -> str:
    """What the page answers for a folder or a .zip."""
    page.set_input_files("#zip" if place.is_file() else "#dossier", place)
    expect(page.locator("#verdict")).to_be_visible()
    return page.locator("#resultat").inner_text().replace("\u00a0", " ")


def packed(release: Release) -> Path:
    return archive.write(release.folder, EDITION, release.folder.parent, "a")[0]


def test_a_true_copy_folder_and_zip(tool: Page, release: Release) -> None:
    for place in (release.folder, packed(release)):
        answer = said(tool, place)
        assert answer.startswith(GOOD)
        assert "l’édition 7 du 23/11/2026, signée par juriste (test) et ingenieure (test)." in answer
        assert "Bonne jusqu’au 21/02/2027" in answer
        assert "authentique" not in tool.content()
    assert tool.evaluate("document.activeElement.id") == "verdict"


def test_a_branded_copy_with_a_language_less(tool: Page, release: Release) -> None:
    release.brand({**HOST, "langues": ["fr"], "logo": "moi.png"}, b"\x89PNG\r\n\x1a\n...")
    assert not (release.folder / "es" / "etat.json").exists()
    assert said(tool, release.folder).startswith(GOOD)


def test_server_files_of_the_kit_are_allowed(tool: Page, release: Release) -> None:
    shutil.copy(release.folder / "hebergeur" / "htaccess.txt", release.folder / ".htaccess")
    assert said(tool, release.folder).startswith(GOOD)


def altered(name: str, content: bytes) -> Tamper:
    def tamper(release: Release) -> None:
        (release.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (release.folder / name).write_bytes(content)

    return tamper


def removed(name: str) -> Tamper:
    return lambda release: (release.folder / name).unlink()


def swapped(release: Release) -> None:
    one, other = release.folder / "es" / "index.html", release.folder / "fr" / "index.html"
    texts = one.read_bytes(), other.read_bytes()
    one.write_bytes(texts[1])
    other.write_bytes(texts[0])


def edited(name: str, before: str, after: str) -> Tamper:
    def tamper(release: Release) -> None:
        file = release.folder / name
        text = file.read_text("utf-8")
        assert before in text
        file.write_text(text.replace(before, after), "utf-8")

    return tamper


def other_keys(release: Release) -> None:
    """Everything signed again, by keys that the page does not know."""
    sets = release.folder.parent / "faux"
    made = first_set(sets)
    known = key_sets.load(sets / "cles")
    signing.install(release.folder, sets / "cles", known)
    for file in made:
        signing.sign(release.folder, known[-1], file)


def unapproved_keys(release: Release) -> None:
    """A second set of keys that only one key of the first has signed."""
    sets = release.folder.parent / "cles"
    shutil.copytree(release.sets, sets)
    mine = [make_key(release.folder.parent / "a", f"m{n}") for n in (1, 2)]
    key_sets.new(sets, [key(file) for file in mine], 2)
    key_sets.sign(sets, release.keys[0])
    for file in sets.iterdir():
        shutil.copy(file, release.folder / layout.KEYS / file.name)


def late_branding(release: Release) -> None:
    """A language that the host says dropped, and whose pages are still there."""
    kept = (release.folder / "es" / "index.html").read_bytes()
    release.brand({**HOST, "langues": ["fr"]})
    (release.folder / "es" / "index.html").write_bytes(kept)


TAMPERINGS: dict[str, tuple[Tamper, str]] = {
    "one letter": (
        edited("fr/index.html", "Travail", "travail"),
        "fr/index.html N’est plus le fichier signé : son con",
    ),
    "longer": (altered("sw.js", b"// and more"), "sw.js N’est plus le fichier signé : sa taille a changé."),
    "missing": (removed("fr/a-é.html"), "fr/a-é.html Manque."),
    "tracker": (
        altered("assets/stats.js", b"1"),
        "assets/stats.js Fichier en trop : il n’est pas dans l’édition signée.",
    ),
    "swapped": (swapped, "Fichiers altérés (2)"),
    "compressed": (altered("fr/index.html.br", b"x"), "fr/index.html.br Copie compressée en trop"),
    "compressed altered": (altered("fr/index.html.gz", b"xx"), "fr/index.html.gz N’est plus le fichier signé"),
    "manifest": (edited(layout.MANIFEST, "sw.js", "sx.js"), "La liste des fichiers n’est plus celle qui a été signée."),
    "sizes": (edited(layout.SIZES, '"sw.js": 2', '"sw.js": 3'), "La liste des tailles n’est plus celle"),
    "date": (edited(layout.STATEMENT, "2027-02-21", "2029-02-21"), "Pas assez de bonnes signatures : 0, il en faut 2."),
    "one signature": (removed("edition/signatures/juriste.sig"), "Pas assez de bonnes signatures : 1, il en faut 2."),
    "other keys": (other_keys, "La copie a d’autres clés que celles que cette page connaît"),
    "unapproved keys": (unapproved_keys, "Les nouvelles clés ne sont pas approuvées par assez d’anciennes (1 sur 2)."),
    "stranger": (altered("edition/signatures/moi.html", b"x"), "moi.html Fichier en trop : ce n’est pas une signature"),
    "signatories": (altered(layout.SIGNERS, b"x"), "Ne nomme pas les clés de ceux qui signent."),
    "style": (
        altered("local/local.css", b"*{display:none}"),
        "local.css Contient autre chose que ce que l’hébergeur a",
    ),
    "script of the host": (altered("local/a.js", b"1"), "local/a.js Fichier en trop : l’hébergeur n’a pas le droit"),
    "data": (edited("local/miroir.json", '"nom": ""', '"nom":  ""'), "miroir.json Écrit autrement que par la page"),
    "data at fault": (edited("local/miroir.json", '"site": ""', '"site": "x"'), "« site » n’est pas une adresse"),
    "no data": (removed("local/miroir.json"), "on ne sait pas ce que l’hébergeur a le droit d’écrire."),
    "template": (altered("hebergeur/modeles/local.css", b"x"), "Modèle changé"),
    "dropped language": (late_branding, "es/index.html Contient autre chose"),
    "not the kit": (altered(".htaccess", b"Redirect / https://x.example/"), ".htaccess N’est plus le fichier signé"),
    "statement": (altered(layout.STATEMENT, b"{"), "le fichier qui décrit l’édition est abîmé."),
    "no statement": (removed(layout.STATEMENT), "ce dossier n’est pas une copie entière du portail."),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_tampering_is_said(tool: Page, sound: Release, release: Release, name: str) -> None:
    tamper, sentence = TAMPERINGS[name]
    tamper(release)
    answer = said(tool, release.folder)
    assert answer.startswith(WRONG)
    assert sentence in answer
    assert GOOD not in answer
    # verify.py, which reads a copy by itself, refuses it too.
    with contextlib.closing(open_place(str(release.folder))) as place:
        assert status(verify(place, sound.trust, TODAY).findings) == 1


def rezipped(source: Path, add: Callable[[zipfile.ZipFile], None]) -> Path:
    target = source.with_name("autre.zip")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, old.read(info))
        add(new)
    return target


def link(file: zipfile.ZipFile) -> None:
    info = zipfile.ZipInfo("droits-en-attente/fr/lien.html")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    file.writestr(info, "/etc/passwd")


ADDED: dict[str, tuple[Callable[[zipfile.ZipFile], None], str]] = {
    "link": (link, "Lien vers un autre fichier"),
    "traversal": (lambda z: z.writestr("droits-en-attente/../../x.sh", "x"), "Chemin qui sort du dossier de la copie."),
    "absolute": (lambda z: z.writestr("droits-en-attente//etc/x", "x"), "Chemin qui part de la racine"),
    "back-slash": (lambda z: z.writestr("droits-en-attente/a\\..\\b", "x"), "signe interdit"),
    "case": (lambda z: z.writestr("droits-en-attente/FR/index.html", "x"), "Même nom que « fr/index.html »"),
    "large and extra": (lambda z: z.writestr("droits-en-attente/a.txt", b"0" * 50_000_000), "Fichier en trop"),
}


@pytest.mark.parametrize("name", ADDED)
def test_what_an_archive_hides_is_said(tool: Page, release: Release, name: str) -> None:
    add, sentence = ADDED[name]
    answer = said(tool, rezipped(packed(release), add))
    assert answer.startswith(WRONG)
    assert sentence in answer


def bytes_of(file: Path, change: Callable[[bytearray], bytes | bytearray]) -> Path:
    target = file.with_name("change.zip")
    target.write_bytes(change(bytearray(file.read_bytes())))
    return target


def central(data: bytes, name: str) -> int:
    """Where the list of the archive names a file."""
    return data.index(f"droits-en-attente/{name}".encode(), struct.unpack("<I", data[-6:-2])[0]) - 46


def announced(name: str, size: int) -> Callable[[bytearray], bytearray]:
    def change(data: bytearray) -> bytearray:
        struct.pack_into("<I", data, central(data, name) + 24, size)
        return data

    return change


def overlapping(data: bytearray) -> bytearray:
    """Two files that share the same bytes."""
    place = struct.unpack_from("<I", data, central(data, "index.html") + 42)[0]
    struct.pack_into("<I", data, central(data, "sw.js") + 42, place)
    return data


def two_names(data: bytearray) -> bytearray:
    """One name in the list, another beside the bytes."""
    name = b"droits-en-attente/fr/index.html"
    start = data.index(name)
    data[start : start + len(name)] = name.replace(b"index", b"autre")
    return data


ARCHIVES: dict[str, tuple[Callable[[bytearray], bytes | bytearray], str, str]] = {
    "bomb": (announced("sw.js", 3_000_000_000), WRONG, "sw.js Taille annoncée impossible : archive piégée."),
    "shorter than it is": (announced("assets/site.css", 100), WRONG, "site.css N’est plus le fichier signé : sa t"),
    "overlapping": (overlapping, WRONG, "Partage ses données avec un autre fichier : archive piégée."),
    "two names": (two_names, WRONG, "fr/index.html Ne peut pas être lu"),
    "hidden bytes": (lambda data: b"MZ" + bytes(data), NOTHING, "Ce .zip est abîmé"),
    "cut": (lambda data: data[: len(data) // 2], NOTHING, "fichier coupé, ou qui n’est pas un .zip"),
    "not a zip": (lambda data: b"hello", NOTHING, "fichier coupé, ou qui n’est pas un .zip"),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_a_trapped_archive_is_said(tool: Page, release: Release, name: str) -> None:
    change, title, sentence = ARCHIVES[name]
    answer = said(tool, bytes_of(packed(release), change))
    assert answer.startswith(title)
    assert sentence in answer


def test_reading_ends_at_the_announced_size(tool: Page, release: Release) -> None:
    """The list announces the signed size; the bytes inflate to fifty million."""
    name = "droits-en-attente/assets/site.css"
    source, target = packed(release), release.folder.parent / "autre.zip"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, b"0" * 50_000_000 if info.filename == name else old.read(info))
    size = (release.folder / "assets" / "site.css").stat().st_size
    answer = said(tool, bytes_of(target, announced("assets/site.css", size)))
    assert answer.startswith(WRONG)
    assert "assets/site.css" in answer
    assert "archive piégée" in answer or "Ne peut pas être lu" in answer


def test_expired_and_behind(page: Page, sound: Release) -> None:
    open_tool(page, sound, dt.date(2027, 2, 22))
    answer = said(page, sound.folder)
    assert answer.startswith(LATE)
    assert "Édition périmée depuis le 21/02/2027" in answer
    open_tool(page, sound, dt.date(2027, 2, 21))
    assert said(page, sound.folder).startswith(GOOD)
    page.locator("summary").click()
    page.fill("#edition-connue", "8")
    answer = said(page, sound.folder)
    assert answer.startswith(LATE)
    assert "Édition 7, alors que l’édition 8 est parue." in answer


def test_a_key_out_of_its_dates_does_not_count(page: Page, root: Path, tmp_path: Path) -> None:
    release = host_copy.make(root, tmp_path)
    later = replace(EDITION, date=dt.date(2028, 6, 1), expires=dt.date(2028, 9, 1))
    manifest.write(release.folder, later, rules="0" * 64, fingerprints={}, languages=["fr", "es"])
    known = key_sets.load(release.sets)
    for file in release.keys[:2]:
        signing.sign(release.folder, known[-1], file)
    open_tool(page, release, dt.date(2028, 6, 2))
    answer = said(page, release.folder)
    assert answer.startswith(WRONG)
    assert "Signature de « juriste » refusée : clé hors de ses dates." in answer


def test_new_keys_approved_by_the_old_ones_are_followed(tool: Page, release: Release) -> None:
    sets = release.folder.parent / "cles"
    shutil.copytree(release.sets, sets)
    mine = [make_key(release.folder.parent / "a", f"m{n}") for n in (1, 2)]
    key_sets.new(sets, [key(file) for file in mine], 2)
    for file in release.keys[:2]:
        key_sets.sign(sets, file)
    Release(release.folder, sets, mine).seal()
    answer = said(tool, release.folder)
    assert answer.startswith(GOOD)
    assert "signée par m1 (test) et m2 (test)" in answer


def test_without_the_browsers_own_digest(browser: Browser, sound: Release) -> None:
    page = browser.new_page()
    page.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })")
    open_tool(page, sound)
    assert said(page, sound.folder).startswith(GOOD)
    page.close()


def test_an_old_browser_is_told_to_open_the_archive(browser: Browser, release: Release) -> None:
    page = browser.new_page()
    page.add_init_script("delete window.DecompressionStream")
    open_tool(page, release)
    answer = said(page, packed(release))
    assert answer.startswith(NOTHING)
    assert "puis choisissez le dossier" in answer
    assert said(page, release.folder).startswith(GOOD)
    page.close()


def test_without_any_key_every_copy_is_refused(page: Page, root: Path, release: Release) -> None:
    from portal.mirrors import offline_tools

    tools = release.folder.parent / "outils"
    shutil.copytree(release.folder / branding.TEMPLATES, tools / branding.TEMPLATES)
    offline_tools.write(root, tools, [])
    page.goto((tools / "hebergeur" / "verifier.html").as_uri())
    assert "cette édition n’est pas encore signée" in page.content().replace("\u00a0", " ")
    answer = said(page, release.folder)
    assert answer.startswith(WRONG)
    assert "Cette page ne connaît aucune clé" in answer


@pytest.mark.parametrize("kind", ["dossier", "zip"])
def test_dropped_on_the_page(tool: Page, release: Release, kind: str) -> None:
    place = release.folder if kind == "dossier" else packed(release)
    session = tool.context.new_cdp_session(tool)
    data = {"items": [], "files": [str(place)], "dragOperationsMask": 1}
    for event in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": event, "x": 200, "y": 300, "data": data})
    expect(tool.locator("#verdict")).to_have_text(GOOD)


def test_stopped_by_the_reader(tool: Page, release: Release) -> None:
    tool.evaluate("File.prototype.slice = () => ({ arrayBuffer: () => new Promise(() => {}) })")
    tool.set_input_files("#dossier", release.folder)
    tool.locator("#arreter").click()
    expect(tool.locator("#verdict")).to_have_text("Vérification arrêtée")


def test_thousands_of_faults_are_summed_up(tool: Page, release: Release) -> None:
    (release.folder / "x").mkdir()
    for number in range(200):
        (release.folder / "x" / f"{number}.html").write_text("x")
    answer = said(tool, release.folder)
    assert "Fichiers en trop (200)" in answer
    assert "… et 150 autres." in answer


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("state", ["empty", "good", "wrong"])
def test_readable_by_all(tool: Page, release: Release, axe: str, width: int, state: str) -> None:  # noqa: F811
    tool.set_viewport_size({"width": width, "height": 900})
    if state == "wrong":
        (release.folder / "sw.js").write_text("x")
    if state != "empty":
        said(tool, release.folder)
    assert violations(tool, axe) == []
    assert tool.evaluate(OVERFLOW) == []
    assert tool.evaluate(SMALL_TARGETS) == []


def test_keyboard_alone(tool: Page, release: Release) -> None:
    order = []
    for _ in range(6):
        tool.keyboard.press("Tab")
        order.append(tool.evaluate("document.activeElement.id || document.activeElement.tagName"))
    assert order[:4] == ["A", "zip", "dossier", "SUMMARY"]


def test_firefox(sound: Release) -> None:
    """The page runs from a disk in Firefox too: the archive is handed to it by script, as a reader would."""
    data = json.dumps(list(packed_bytes(sound)))
    with firefox() as engine:
        engine.open((sound.folder / "hebergeur" / "verifier.html").as_uri())
        found = engine.run(
            """async (text) => {
          const list = new DataTransfer();
          list.items.add(new File([Uint8Array.from(JSON.parse(text))], "a.zip"));
          const input = document.getElementById("zip");
          input.files = list.files;
          input.dispatchEvent(new Event("change"));
          const wait = () => new Promise((done) => setTimeout(done, 100));
          for (let n = 0; n < 300 && !document.getElementById("verdict"); n += 1) await wait();
          return document.getElementById("resultat").textContent;
        }""",
            data,
        )
    assert "signée par juriste" in found


def packed_bytes(release: Release) -> bytes:
    return archive.write(release.folder, EDITION, release.sets.parent / "dist", "a")[0].read_bytes()

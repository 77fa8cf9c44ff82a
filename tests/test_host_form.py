"""hebergeur/formulaire.html: what it writes is, byte for byte, what the Python code writes from the same data."""

from __future__ import annotations

import base64
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from portal.mirrors import local, offline_tools
from portal.npm import node
from portal.verify import branding, fields, filling, kinds
from portal.verify.colour import darker
from portal.verify.fields import FIELDS
from tests import host_copy
from tests.engines import firefox
from tests.host_copy import HOST, Release
from tests.test_site import OVERFLOW, SMALL_TARGETS, axe, violations  # noqa: F401

pytestmark = pytest.mark.whole

PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 100
LIST = [asdict(field) for field in FIELDS]
NAMES = [field.name for field in FIELDS]
Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def release(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Release:
    return host_copy.make(root, tmp_path_factory.mktemp("release"))


@pytest.fixture(scope="module")
def ask(root: Path) -> Iterator[Ask]:
    """Calls a function of the form's scripts, in Node."""
    command = [str(node(root)), str(root / "tests" / "node" / "host.mjs"), str(root / "portal" / "theme" / "host")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin and process.stdout
        stdin, stdout = process.stdin, process.stdout

        def call(*request: Any) -> Any:
            stdin.write(json.dumps(request) + "\n")
            stdin.flush()
            return json.loads(stdout.readline())

        yield call
        stdin.close()


@pytest.fixture
def form(page: Page, release: Release) -> Iterator[Page]:
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((release.folder / "hebergeur" / "formulaire.html").as_uri())
    yield page
    assert all(address.startswith(("file:", "blob:")) for address in asked)
    assert errors == []


def fill(page: Page, data: dict[str, str]) -> None:
    for name, value in data.items():
        page.fill(f"[name='{name}']", value)


def saved(page: Page, name: str) -> bytes:
    with page.expect_download() as download:
        page.locator(f"#fichiers a[download='{name}']").first.click()
    return download.value.path().read_bytes()


# What hosts type, what breaks files, what breaks readers.
signs = st.sampled_from(
    list("aZ0 é·œ’'\"<>&{}#^/\\:;*-[]%@`|?!,\u00a0\u202f\u0627\u064a\u4e2d\u0b95🙂e\u0301\u200d\n\ufeff")
)
texts = st.text(signs, max_size=12) | st.text(max_size=8)
RIGHT: dict[str, st.SearchStrategy[Any]] = {
    "text": texts,
    "phone": st.from_regex(r"\+?[0-9][0-9 .()-]{2,8}", fullmatch=True),
    "mail": st.sampled_from(["a@b.fr", "a.b+c@d-e.example", "a@é.fr", "@", "a@b"]),
    "address_https": st.sampled_from(
        ["https://a.fr/", "https://a.fr/b/", "https://a.fr/b", "http://a.fr/", "https://a.fr/../b/", "https://A.fr/"]
    ),
    "colour": st.from_regex(r"#[0-9A-Fa-f]{6}", fullmatch=True),
    "date": st.dates().map(str) | st.sampled_from(["2026-02-30", "2026-2-3", "20260203", "0000-01-01", "0001-01-01"]),
    "languages": st.lists(st.sampled_from(["fr", "es", "ar", "zh-Hant", "no", "FR", "e"]), max_size=4),
    "file": st.sampled_from(["logo.png", "a b.png", "X.WEBP", "x.svg", "logo.webp"]),
}
other = st.none() | st.booleans() | st.integers() | texts | st.lists(texts, max_size=2)


@st.composite
def mirrors(draw: st.DrawFn) -> Any:
    """What a mirror file may hold, most often right."""
    data: dict[str, Any] = {}
    for field in FIELDS:
        if draw(st.integers(0, 3)):
            group, dot, key = field.name.partition(".")
            value = draw(st.one_of(RIGHT[field.kind], RIGHT[field.kind], RIGHT[field.kind], texts, other))
            if dot:
                data.setdefault(group, {})[key] = value
            else:
                data[group] = value
    if not draw(st.integers(0, 9)):
        data[draw(st.sampled_from(["local", "inconnu", "local.nom", "nom"]))] = draw(other)
    return data if draw(st.integers(0, 30)) else draw(other)


@given(data=mirrors())
@settings(max_examples=400)
def test_the_same_values_and_faults_as_python(ask: Ask, data: Any) -> None:
    values, faults = fields.read(data)
    found = ask("read", LIST, data)
    assert found["values"] == values
    # The page puts no-break spaces when it shows a sentence.
    said = [[f.field, f.message.replace("\u00a0", " ").removeprefix(f"« {f.field} » ")] for f in faults]
    assert sorted([field, text.replace("\u00a0", " ")] for field, text in found["faults"]) == sorted(said)
    assert ask("said", LIST, values) == [fields.for_templates(values), fields.missing(values)]


@given(data=mirrors(), logo=st.binary(max_size=20))
@settings(max_examples=200)
def test_the_same_files_as_python(ask: Ask, release: Release, data: Any, logo: bytes) -> None:
    values, _ = fields.read(data)
    names = ["fr/index.html", "fr/a/é.html", "es/index.html", "es/a/é.html", "es/x.json", "es/index.html.br", "sw.js"]
    expected = branding.files(models(release), values, logo, names)
    texts_ = {name: template.decode() for name, template in models(release).items()}
    found = ask("brand", LIST, texts_, values, base64.b64encode(logo).decode(), names)
    assert {name: base64.b64decode(content) for name, content in found.items()} == expected


@given(data=mirrors())
@settings(max_examples=200)
def test_mirror_yml_says_the_same_to_python(ask: Ask, data: Any) -> None:
    values, _ = fields.read(data)
    if not values["local.nom"] or not values["local.vu_le"]:
        values |= {name: "" for name in NAMES if name.startswith("local.")}
    text = ask("yaml", LIST, values)
    assert fields.read(yaml.safe_load(text) or {}) == (values, [])


pieces = st.sampled_from(
    ["{{a}}", "{{#a}}", "{{/a}}", "{{^b}}", "{{/b}}", "{{#b}}", "{{c}}", "{{", "}}", "{", "}", "x", "<b>", "\n"]
)


@given(parts=st.lists(pieces, max_size=9), one=texts, css=st.booleans())
@settings(max_examples=400)
def test_templates_are_filled_alike(ask: Ask, parts: list[str], one: str, css: bool) -> None:
    path, template, values = "local/x.css" if css else "local/x.html", "".join(parts), {"a": one, "b": ""}
    try:
        expected = filling.render(path, template.encode(), values).decode()
    except filling.FillingError:
        expected = None
    assert ask("render", path, template, values) == expected


@given(colour=st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
@settings(max_examples=300)
def test_the_same_darker_colour(ask: Ask, colour: str) -> None:
    assert ask("darker", colour) == darker(colour)


def models(release: Release) -> dict[str, bytes]:
    folder = release.folder / branding.TEMPLATES
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


def test_the_templates_of_the_project_are_filled_alike(ask: Ask, root: Path, tmp_path: Path) -> None:
    local.templates(root, tmp_path)
    folder = tmp_path / branding.TEMPLATES
    found = {f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*") if f.is_file()}
    desk = {"nom": "L’accueil", "vu_le": "2026-11-02", "telephone": "01 02 03 04 05", "adresse": "ici", "acces": "bus"}
    for data in ({}, HOST, {**HOST, "local": desk, "logo": "x.png"}, {**HOST, "langues": ["fr"], "local": desk}):
        values, faults = fields.read(data)
        assert not faults
        names = ["fr/index.html", "es/index.html", "ar/a/b.html", "ar/a/b.html.gz"]
        texts_ = {name: template.decode() for name, template in found.items()}
        made = ask("brand", LIST, texts_, values, base64.b64encode(PNG).decode(), names)
        expected = branding.files(found, values, PNG, names)
        assert {name: base64.b64decode(content) for name, content in made.items()} == expected


def test_faulty_templates_are_said(page: Page, release: Release, tmp_path: Path) -> None:
    shutil.copytree(release.folder / "hebergeur", tmp_path / "outils")
    file = tmp_path / "outils" / "formulaire.html"
    text = file.read_text("utf-8")
    assert "{{/nom}}" in text
    file.write_text(text.replace("{{/nom}}", "{{/mon}}"), "utf-8")
    page.goto(file.as_uri())
    fill(page, HOST)
    page.click("button[type=submit]")
    expect(page.locator("#prets")).to_contain_text("Les modèles de cette édition sont fautifs")


def test_a_whole_form_gives_the_files_of_python(form: Page, release: Release) -> None:
    desk = {"local.nom": "L’accueil", "local.vu_le": "2026-11-02", "local.horaires": "mardi « 14 h »"}
    fill(form, {**HOST, **desk})
    form.set_input_files("#champ-logo", {"name": "Mon logo.png", "mimeType": "image/png", "buffer": PNG})
    form.click("button[type=submit]")
    expect(form.locator("#prets")).to_be_focused()
    written = {**HOST, "logo": "logo.png", "local": {k.partition(".")[2]: v for k, v in desk.items()}}
    values, faults = fields.read(written)
    assert not faults
    assert fields.read(yaml.safe_load(saved(form, "mirror.yml"))) == (values, [])
    expected = branding.files(models(release), values, PNG, [])
    with zipfile.ZipFile(io.BytesIO(first := saved(form, "local.zip"))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == expected
    form.locator("#fichiers summary").click()
    assert saved(form, "miroir.json") == expected["local/miroir.json"]
    assert saved(form, "logo.png") == PNG
    form.click("button[type=submit]")
    expect(form.locator("#prets")).to_be_focused()
    assert saved(form, "local.zip") == first


def test_what_it_wrote_can_be_taken_up_again(form: Page, tmp_path: Path) -> None:
    values, _ = fields.read({**HOST, "langues": ["fr"]})
    (tmp_path / "miroir.json").write_bytes(fields.canonical(values))
    form.locator("details summary").first.click()
    form.set_input_files("#reprendre", tmp_path / "miroir.json")
    expect(form.locator("#reprise")).to_have_text("Repris.")
    assert form.input_value("[name='nom']") == HOST["nom"]
    assert not form.is_checked("[data-langue=es]")
    (tmp_path / "autre.json").write_text("[")
    form.set_input_files("#reprendre", tmp_path / "autre.json")
    expect(form.locator("#reprise")).to_contain_text("pas le fichier")


def test_faults_are_said_above_and_beside(form: Page) -> None:
    fill(form, {**HOST, "nom": "", "site": "https://exemple.org", "couleur": "#8fd1ba", "telephone": "zéro"})
    form.click("button[type=submit]")
    expect(form.locator("#erreurs")).to_be_focused()
    lines = [line.replace("\u00a0", " ") for line in form.locator("#erreurs-liste li").all_inner_texts()]
    assert lines[0] == "« Nom de l’association » manque. Écrivez-le."
    assert len(lines) == 4
    for name in ("nom", "site", "couleur", "telephone"):
        field = form.locator(f"#champ-{name}")
        assert field.get_attribute("aria-invalid") == "true"
        assert f"erreur-{name}" in (field.get_attribute("aria-describedby") or "")
        expect(form.locator(f"#erreur-{name}")).to_be_visible()
    form.locator("#erreurs-liste a").first.press("Enter")
    expect(form.locator("#champ-nom")).to_be_focused()
    assert form.locator("#fichiers").inner_text() == ""
    form.click("#prendre")
    assert form.input_value("#champ-couleur") == darker("#8fd1ba")
    fill(form, {"nom": "Nous", "site": "https://exemple.org/", "telephone": ""})
    form.click("button[type=submit]")
    expect(form.locator("#prets")).to_be_focused()
    expect(form.locator("#erreurs")).to_be_hidden()
    assert form.locator("[aria-invalid]").count() == 0


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"<svg/>", "n’est pas une image PNG ou WebP"), (PNG + b"0" * kinds.LOGO_LONGEST, "Réduisez l’image")],
)
def test_a_wrong_picture_is_refused(form: Page, content: bytes, sentence: str) -> None:
    fill(form, HOST)
    form.set_input_files("#champ-logo", {"name": "a.png", "mimeType": "image/png", "buffer": content})
    form.click("button[type=submit]")
    expect(form.locator("#erreur-logo")).to_contain_text(sentence)
    assert form.locator("#fichiers").inner_text() == ""


def test_languages_less_need_the_command(form: Page) -> None:
    fill(form, HOST)
    form.uncheck("[data-langue=es]")
    form.click("button[type=submit]")
    expect(form.locator("#fichiers")).to_contain_text("seule la commande")
    assert form.locator("#fichiers a[download='local.zip']").count() == 0
    assert yaml.safe_load(saved(form, "mirror.yml"))["langues"] == ["fr"]


def test_nothing_is_kept(form: Page) -> None:
    fill(form, HOST)
    form.click("button[type=submit]")
    expect(form.locator("#prets")).to_be_visible()
    form.click("#effacer")
    assert all(form.input_value(f"[name='{name}']") == "" for name in HOST)
    assert form.locator("#fichiers").inner_text() == ""
    fill(form, HOST)
    form.goto("about:blank")
    form.go_back()
    assert form.input_value("[name='nom']") == ""
    assert form.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    # HTML has no such attribute for a box to tick.
    assert form.locator("input:not([type=file], [type=checkbox], [autocomplete=off])").count() == 0


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("state", ["empty", "faults", "ready"])
def test_readable_by_all(form: Page, axe: str, width: int, state: str) -> None:  # noqa: F811
    form.set_viewport_size({"width": width, "height": 900})
    fill(form, {**HOST, "couleur": "#ffffff"} if state == "faults" else HOST if state == "ready" else {})
    if state != "empty":
        form.click("button[type=submit]")
        expect(form.locator("#erreurs" if state == "faults" else "#prets")).to_be_visible()
    assert violations(form, axe) == []
    assert form.evaluate(OVERFLOW) == []
    assert form.evaluate(SMALL_TARGETS) == []


def test_keyboard_alone(form: Page) -> None:
    """Every field is reached in its order, and Enter in one of them submits."""
    reached: list[str] = []
    while "effacer" not in reached and len(reached) < 60:
        form.keyboard.press("Tab")
        reached.append(form.evaluate("document.activeElement.id"))
    controls = [f"champ-{field.flat}" for field in FIELDS if field.kind != "languages"]
    assert [name for name in dict.fromkeys(reached) if name in controls] == controls
    form.locator("#champ-nom").press("Enter")
    expect(form.locator("#erreurs")).to_be_focused()


def test_firefox(release: Release) -> None:
    with firefox() as engine:
        engine.open((release.folder / "hebergeur" / "formulaire.html").as_uri())
        found = engine.run(
            """async (data) => {
          const form = document.getElementById("formulaire");
          for (const [name, value] of Object.entries(data)) form.elements.namedItem(name).value = value;
          form.requestSubmit();
          const wait = () => new Promise((done) => setTimeout(done, 100));
          for (let n = 0; n < 100 && !document.getElementById("prets"); n += 1) await wait();
          return [...document.querySelectorAll("#fichiers a")].map((link) => link.download);
        }""",
            HOST,
        )
    assert found[:2] == ["mirror.yml", "local.zip"]


def test_the_pages_are_the_same_each_time_and_need_only_their_folder(root: Path, release: Release) -> None:
    folder = release.folder / "hebergeur"
    before = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    offline_tools.bundle.cache_clear()
    offline_tools.write(root, release.folder, release.trust)
    assert {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()} == before
    for name in offline_tools.PAGES:
        page = (folder / f"{name}.html").read_text("utf-8")
        assert set(re.findall(r'(?:href|src)="([^"#]+)"', page)) == {"outils.css", f"{name}.js"}
        assert 'type="module"' not in page
        script = before[f"{name}.js"].decode("utf-8")
        assert not re.search(r"\b(fetch|XMLHttpRequest|sendBeacon|WebSocket|localStorage|eval)\b", script)
        assert str(root) not in script + page

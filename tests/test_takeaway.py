"""What a person takes away from the checker's page: each paper looked at as printed, each state as used.

The data come from `takeaway_fixture.json`, whose texts are extreme, through an engine that answers at once; then from
the real rules, through the same door.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, expect

from checker.letters import letter as real_letter
from checker.letters import letters as real_letters
from checker.papers import papers as real_papers
from portal.addresses import addresses
from tests.print_reading import qr_codes
from tests.test_site import OVERFLOW, SMALL_TARGETS, VIEWS, View, axe, context, violations  # noqa: F401

TODAY = "2026-11-23"
A4 = (595, 842)
MM = 96 / 25.4
# The engine of the page, as papers see it; `window.calls` keeps what it was asked.
START = """async ([answers, request]) => {
  window.answers = answers;
  window.calls = [];
  window.copied = [];
  window.print = () => { window.printed = (window.printed ?? 0) + 1; };
  window.engine = { call: async (name, argument) => {
    window.calls.push([name, structuredClone(argument)]);
    const found = window.answers[name];
    if (found === undefined) throw new Error("no answer");
    return structuredClone(found);
  } };
  // The styles that the results, shown before, have brought.
  const styles = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "../assets/results.css" });
  await new Promise((resolve) => { styles.onload = resolve; document.head.append(styles); });
  document.getElementById("emporter").hidden = false;
  const { learn } = await import(new URL("../assets/dom.js", location.href));
  learn(await (await fetch("resultats.json")).json());
  window.takeaway = await import(new URL("../assets/takeaway.js", location.href));
  await window.takeaway.refresh(window.engine, request, { errors: [], out_of_scope: null });
}"""
REFRESH = "(request) => takeaway.refresh(engine, request, { errors: [], out_of_scope: null })"
REQUEST = {"today": TODAY, "answers": {}}
# What Python is asked: in the language of the page.
ASKED = REQUEST | {"lang": "fr"}


@pytest.fixture(scope="module")
def fixture(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((root / "tests" / "takeaway_fixture.json").read_text("utf-8"))
    return found


@pytest.fixture
def page(page: Page, server: str, fixture: dict[str, Any]) -> Iterator[Page]:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if "Content Security Policy" in said.text else None)
    page.goto(server + "fr/verifier.html")
    begin(page, fixture)
    yield page
    assert errors == []


def begin(page: Page, answers: dict[str, Any]) -> None:
    page.evaluate(START, [answers, REQUEST])


def open_fold(page: Page, name: str) -> Locator:
    fold = page.locator(f"#emporter-{name}")
    fold.locator("> summary").click()
    panel = fold.locator("> .panel")
    # The event that fills the panel comes after the click.
    expect(panel.locator("> *")).not_to_have_count(0)
    return panel


def printed(page: Page, target: Path, button: Locator) -> tuple[Path, list[str]]:
    """The PDF that `button` prints, its pages checked to be A4, and their texts."""
    before = page.evaluate("window.printed ?? 0")
    button.click()
    assert page.evaluate("window.printed") == before + 1
    page.pdf(path=target, prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(target)
    assert all(tuple(round(side) for side in sheet.get_size()) == A4 for sheet in document)
    return target, [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in document]


def plain(text: str) -> str:
    return " ".join(text.split())


def test_each_sheet_is_one_page_that_stands_alone(
    page: Page, root: Path, fixture: dict[str, Any], tmp_path: Path
) -> None:
    panel = open_fold(page, "sheet")
    known = addresses(root)
    for number, sheet in enumerate(fixture["papers"]["sheets"]):
        choice = panel.locator(".picks button").nth(number)
        choice.click()
        assert choice.get_attribute("aria-pressed") == "true"
        assert page.evaluate("document.activeElement.className") == "paper sheet-a4"
        target, pages = printed(page, tmp_path / f"{number}.pdf", panel.locator(".controls button"))
        assert len(pages) == 1, sheet["id"]
        (text,) = pages
        for wanted in (sheet["title"], sheet["sentence"], "Nom et prénom", "Ce n’est pas un avis juridique"):
            assert plain(wanted) in text, wanted
        for wanted in ("Édition du 23 novembre 2026", "vérifié le 23 novembre 2026", sheet["audience"], *sheet["show"]):
            assert plain(wanted) in text, wanted
        for item in sheet["quotes"]:
            assert plain(item["citation"]) in text, "every text is named, even when its words do not hold"
        quote = sheet["quotes"][0]["quote"]
        assert quote is None or plain(quote.replace("'", "’")) in text
        for foreign in ("http", "Vérifier mes droits", "Gratuit", "Emporter"):
            assert foreign not in text, "nothing of the site or of its address is printed"
        place = known.get(sheet["page"].split("#")[0])
        assert [url for _, url in qr_codes(target)] == ([place["url"]] if place else [])
        assert ".example/" in text.replace(" ", ""), "the address is also written in clear"
    expect(page.locator("#impression"), "the copy leaves with the print").to_have_count(0)
    assert page.title().startswith("Vérifier"), "the title too"


def test_real_sheets_hold_in_letters_one_can_read(page: Page, root: Path) -> None:
    """Every sheet of every person of tests/cases, laid out as printed."""
    found = {}
    for path in sorted((root / "tests" / "cases").glob("*.yml")):
        case = yaml.safe_load(path.read_text("utf-8"))
        dates = {name: str(day) for name, day in case["dates"].items()}
        made = real_papers({"today": str(case["le"]), "answers": case["reponses"], "dates": dates})
        for sheet in made["sheets"]:
            found[json.dumps(sheet, sort_keys=True)] = sheet
    assert len(found) >= 30
    measure = """async ([sheets, today]) => {
      const at = (name) => import(new URL(`../assets/${name}.js`, location.href));
      const [{ paper, fit }, { printAlone, clearPrint }] = await Promise.all([at("sheet"), at("paper")]);
      return sheets.map((sheet) => {
        printAlone([paper(sheet, today)], fit);
        const made = document.querySelector("#impression .sheet-a4");
        const size = parseFloat(getComputedStyle(made).fontSize) * 0.75;
        const said = [sheet.id, size, made.scrollHeight <= made.clientHeight, made.querySelectorAll(".text").length];
        clearPrint();
        return said;
      });
    }"""
    sheets = list(found.values())
    for sheet, (name, points, holds, texts) in zip(sheets, page.evaluate(measure, [sheets, TODAY]), strict=True):
        assert holds, sheet["sentence"]
        assert points >= 9, f"{name}: {points} pt"
        assert texts >= min(1, len(sheet["quotes"]))


def sides(page: Page) -> list[dict[str, float]]:
    """The size in millimetres of each side of a card about to be printed, and whether its text holds."""
    found: list[dict[str, float]] = page.evaluate(
        """(mm) => [...document.querySelectorAll("#impression .side")].map((side) => ({
             width: side.getBoundingClientRect().width / mm, height: side.getBoundingClientRect().height / mm,
             points: parseFloat(getComputedStyle(side).fontSize) * 0.75,
             holds: side.scrollHeight <= side.clientHeight && side.scrollWidth <= side.clientWidth }))""",
        MM,
    )
    return found


@pytest.mark.parametrize("code", ["", "en", "ar"])
def test_cards_are_of_the_size_of_a_bank_card(page: Page, fixture: dict[str, Any], tmp_path: Path, code: str) -> None:
    panel = open_fold(page, "cards")
    offered = [option.get_attribute("value") for option in panel.locator("option").all()]
    assert offered == ["", "ar", "en"]
    panel.locator("select").select_option(code)
    cards = fixture["papers"]["cards"]
    button = panel.locator(".controls button")
    button.click()
    measured = sides(page)
    assert len(measured) == len(cards) * (2 if code else 1)
    for side in measured:
        assert abs(side["width"] - 85.6) < 0.1 and abs(side["height"] - 54) < 0.1
        assert side["holds"] and side["points"] >= 5, side
    _, pages = printed(page, tmp_path / "cards.pdf", button)
    # Ten cards a sheet, or five with their backs.
    assert len(pages) == -(-len(cards) // (5 if code else 10))
    text = " ".join(pages)
    for card in cards:
        assert plain(card["title"]) in text and plain(card["article"]) in text
    backs = panel.locator(".side.back")
    assert backs.count() == (len(cards) if code else 0)
    if code:
        said = cards[0]["translations"][code]
        assert backs.first.get_attribute("dir") == said["dir"]
        assert backs.first.get_attribute("lang") == code
        assert said["proves"] in backs.first.inner_text()
        assert "pas encore relue" in backs.first.inner_text(), "a translation nobody has read says so"


def test_a_card_without_translation_says_so(page: Page, fixture: dict[str, Any]) -> None:
    papers = copy.deepcopy(fixture["papers"])
    del papers["cards"][1]["translations"]["ar"]
    begin(page, fixture | {"papers": papers})
    panel = open_fold(page, "cards")
    panel.locator("select").select_option("ar")
    assert panel.locator(".side.back").nth(1).inner_text() == "Pas encore traduit dans cette langue."


def test_the_log_is_a_list_then_a_table_to_fill(page: Page, fixture: dict[str, Any], tmp_path: Path) -> None:
    panel = open_fold(page, "log")
    log = fixture["papers"]["log"]
    _, pages = printed(page, tmp_path / "log.pdf", panel.locator(".controls button"))
    assert len(pages) == 2
    for group in log["groups"]:
        assert plain(group["title"]) in pages[0]
        for item in group["items"]:
            assert plain(item["text"]) in pages[0] and plain(item["why"] or "") in pages[0]
    # In a table, the reader of PDF gives each letter its line.
    assert all(word in pages[1].replace(" ", "") for column in log["columns"] for word in column.split())
    assert plain(log["sources"][0]["citation"]) in pages[0]


def caught(page: Page, button: Locator) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        button.click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_reminders_are_neutral_unless_asked(page: Page, fixture: dict[str, Any]) -> None:
    calendar = fixture["papers"]["calendar"]
    panel = open_fold(page, "calendar")
    assert caught(page, panel.locator("button")) == ("rappels.ics", calendar["neutral"].encode())
    warned = panel.locator("label", has_text="En toutes lettres")
    assert "comprend votre situation" in warned.inner_text()
    warned.click()
    assert caught(page, panel.locator("button")) == ("rappels.ics", calendar["named"].encode())
    assert "rappels.ics" in page.locator("#emporter-annonce").inner_text()


def letters(page: Page) -> Locator:
    panel = open_fold(page, "letters")
    panel.get_by_role("button", name=re.compile("Ouvrir les lettres")).click()
    expect(panel.locator(".letter-list").first).to_be_visible()
    return panel


def compose(page: Page) -> Locator:
    panel = letters(page)
    panel.locator(".letter-choice button").first.click()
    return panel


def preview(panel: Locator) -> None:
    panel.locator(".letter-form button[type=submit]").click()
    expect(panel.locator(".letter-result h4")).to_be_visible()


def names(page: Page) -> list[str]:
    found: list[str] = page.evaluate("calls.map(([name]) => name)")
    return found


def test_letters_are_asked_for_by_a_click_only(page: Page, fixture: dict[str, Any], site: Path) -> None:
    panel = open_fold(page, "letters")
    manifest = json.loads((site / "runtime" / "manifest.json").read_text("utf-8"))
    size = manifest["extras"]["letters"]["br"]
    assert f"{-(-size // 100_000) / 10:.1f}".replace(".", ",") in panel.locator("button").inner_text()
    assert names(page) == ["papers"]
    panel.locator("button").click()
    expect(panel.locator(".letter-list").first).to_be_visible()
    assert names(page) == ["papers", "letters"]
    wanted = fixture["letters"]["letters"]
    assert panel.locator(".proposed h4").all_inner_texts() == [one["title"] for one in wanted if one["proposed"]]
    panel.locator("summary", has_text="Les autres lettres").click()
    blocked = panel.locator(".letter-choice", has=page.locator(".blocked"))
    assert blocked.count() == sum(one["blocked"] is not None for one in wanted)
    assert "preuve d’une demande écrite" in blocked.inner_text()
    assert blocked.locator("button").count() == 0


def test_faults_are_said_beside_the_fields_and_above(page: Page, fixture: dict[str, Any]) -> None:
    panel = compose(page)
    assert page.evaluate("document.activeElement.tagName") == "H4"
    panel.locator("#lettre-depot-day").fill("31")
    panel.locator("#lettre-depot-month").fill("2")
    submit = panel.locator(".letter-form button[type=submit]")
    submit.click()
    assert "Date incomplète" in panel.locator("#lettre-depot-erreur").inner_text()
    assert "letter" not in names(page), "a date that cannot be read is not sent"
    panel.locator("#lettre-depot-year").fill("2026")
    submit.click()
    assert "n’existe pas" in panel.locator("#lettre-depot-erreur").inner_text()
    panel.locator("#lettre-depot-day").fill("28")
    page.evaluate("answers.letter = answers.refused")
    submit.click()
    summary = panel.locator(".letter-form > .callout")
    expect(summary).to_contain_text("Écrivez votre nom.")
    assert page.evaluate("document.activeElement.className").startswith("callout"), "the hand goes to the faults"
    assert panel.locator("#lettre-nom").get_attribute("aria-invalid") == "true"
    assert "lettre-nom-erreur" in (panel.locator("#lettre-nom").get_attribute("aria-describedby") or "")
    assert panel.locator("#lettre-email").get_attribute("aria-invalid") is None
    address = page.url
    summary.locator("a").first.click()
    assert page.evaluate("document.activeElement.id") == "lettre-nom"
    assert page.url == address, "the history does not follow"
    _, argument = page.evaluate("calls.at(-1)")
    assert argument["fields"]["depot"] == "2026-02-28"
    assert argument["request"] == ASKED and argument["id"] == "document" and argument["copy"] == ""


def test_a_letter_is_read_copied_saved_and_printed(page: Page, fixture: dict[str, Any], tmp_path: Path) -> None:
    page.evaluate("""Object.defineProperty(navigator, "clipboard",
      { configurable: true, value: { writeText: async (text) => { window.copied.push(text); } } })""")
    letter = fixture["letter"]
    panel = compose(page)
    panel.locator("select").last.select_option("ar")
    preview(panel)
    assert page.evaluate("calls.at(-1)[1].copy") == "ar"
    assert page.evaluate("document.activeElement.tagName") == "H4"
    result = panel.locator(".letter-result")
    assert plain(letter["warnings"][0]) in plain(result.locator(".callout").first.inner_text())
    french, other = result.locator(".letter").all()
    for block in letter["blocks"]:
        for text in (block["text"], *(block["items"] or [])):
            assert text is None or plain(text) in plain(french.inner_text())
    assert (other.get_attribute("lang"), other.get_attribute("dir")) == ("ar", "rtl")
    assert letter["companion"]["notice"] in other.inner_text()
    assert "version plus ancienne" in result.locator(".companion .callout").inner_text()
    result.get_by_role("button", name="Copier").click()
    assert page.evaluate("copied") == [letter["text"]]
    assert page.locator("#emporter-annonce").inner_text() == "Le texte est copié."
    assert caught(page, result.get_by_role("button", name=".txt")) == ("document.txt", letter["text"].encode())
    name, odt = caught(page, result.get_by_role("button", name=".odt"))
    assert (name, odt[:4]) == ("document.odt", b"PK\x03\x04")
    button = result.locator(".controls button", has_text="Imprimer").first
    _, pages = printed(page, tmp_path / "letter.pdf", button)
    assert len(pages) == 1 and "Objet : demande" in pages[0]
    assert "comprendre" not in pages[0] and "http" not in pages[0]
    _, pages = printed(page, tmp_path / "copy.pdf", result.get_by_role("button", name="Imprimer cette copie"))
    assert len(pages) == 1
    panel.locator("#lettre-nom").fill("Autre nom")
    assert result.locator(".letter").count() == 0, "a letter that no longer says what is typed goes away"


def test_without_a_clipboard_the_text_is_shown_selected(page: Page, fixture: dict[str, Any]) -> None:
    page.evaluate("""Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined })""")
    panel = compose(page)
    preview(panel)
    panel.get_by_role("button", name="Copier").click()
    field = panel.locator(".letter-result textarea")
    expect(field).to_be_focused()
    selected = page.evaluate(
        "(() => { const f = document.activeElement; return f.value.slice(f.selectionStart, f.selectionEnd); })()"
    )
    assert selected == fixture["letter"]["text"]
    assert "sélectionné" in page.locator("#emporter-annonce").inner_text()


def test_a_long_letter_keeps_its_margins_on_every_page(page: Page, fixture: dict[str, Any], tmp_path: Path) -> None:
    letter = copy.deepcopy(fixture["letter"])
    letter["blocks"][6:6] = [{"kind": "paragraph", "text": "Texte d’exemple, assez long. " * 20, "items": None}] * 9
    begin(page, fixture | {"letter": letter})
    panel = compose(page)
    preview(panel)
    button = panel.locator(".letter-result .controls button", has_text="Imprimer").first
    target, pages = printed(page, tmp_path / "long.pdf", button)
    assert len(pages) >= 2
    for sheet in pypdfium2.PdfDocument(target):
        text = sheet.get_textpage()
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
        left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
        # 15 mm at least, on each side.
        assert min(left, bottom, A4[0] - right, A4[1] - top) > 42


def later(page: Page, name: str) -> None:
    """The next answers to `name` wait until `window.answer()`."""
    page.evaluate(
        """(name) => {
          const call = engine.call;
          const waits = [];
          window.answer = () => { engine.call = call; waits.forEach((go) => go()); };
          engine.call = async (asked, argument) => {
            if (asked === name) await new Promise((go) => waits.push(go));
            return call(asked, argument);
          };
        }""",
        name,
    )


def test_a_letter_asked_for_before_a_change_is_not_shown(page: Page) -> None:
    panel = compose(page)
    later(page, "letter")
    panel.locator(".letter-form button[type=submit]").click()
    panel.locator("#lettre-nom").fill("Autre nom")
    page.evaluate("answer()")
    expect(panel.locator(".letter-result")).to_contain_text("Vous avez changé quelque chose")
    assert panel.locator(".letter").count() == 0
    preview(panel)


def test_answers_changed_while_letters_come_are_those_of_the_letters(page: Page) -> None:
    panel = open_fold(page, "letters")
    later(page, "letters")
    panel.get_by_role("button", name=re.compile("Ouvrir les lettres")).click()
    page.evaluate(REFRESH, REQUEST | {"answers": {"document": "api"}})
    page.evaluate("answer()")
    panel.locator(".letter-choice button").first.click()
    preview(panel)
    assert page.evaluate("calls.at(-1)[1].request.answers") == {"document": "api"}


def test_typed_words_stay_when_answers_change_and_go_when_wiped(page: Page, fixture: dict[str, Any]) -> None:
    panel = compose(page)
    panel.locator("#lettre-nom").fill("Amina Exemple")
    preview(panel)
    page.evaluate(REFRESH, REQUEST | {"answers": {"document": "api"}})
    assert page.evaluate("calls.filter(([name]) => name === 'letters').length") == 2
    assert panel.locator("#lettre-nom").input_value() == "Amina Exemple"
    assert panel.locator(".letter-result .letter").count() == 0, "the former letter rested on other answers"
    preview(panel)
    assert page.evaluate("calls.at(-1)[1].request.answers") == {"document": "api"}
    page.evaluate("takeaway.clear()")
    assert page.locator("#emporter-corps").is_hidden()
    held = page.evaluate(
        "document.documentElement.outerHTML + [...document.querySelectorAll('input')].map((f) => f.value)"
    )
    assert "Amina" not in held
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    begin(page, fixture)
    panel = compose(page)
    assert panel.locator("#lettre-nom").input_value() == ""


def test_fields_give_nothing_to_the_browser(page: Page) -> None:
    panel = compose(page)
    fields = panel.locator("input, textarea, select").all()
    assert len(fields) > 6
    for field in fields:
        assert field.get_attribute("autocomplete") == "off"
        assert field.get_attribute("name") is None, "a field without a name is never remembered"
    for field in panel.locator("input, textarea").all():
        assert field.get_attribute("spellcheck") == "false", "spelling services may send what is typed"


def test_the_real_letters_are_written(page: Page, tmp_path: Path) -> None:
    """Each letter that the rules propose, through the same door as in the worker."""
    python = {"papers": real_papers, "letters": real_letters, "letter": real_letter}
    page.expose_function("python", lambda name, argument: python[name](argument))
    request = {"today": TODAY, "answers": {}, "dates": {"expiration": "2026-07-24", "depot": "2026-05-02"}}
    request["answers"] = {
        "nature": "renouvellement", "depose": "oui", "dossier": "en_cours", "territoire": "metropole",
        "titre": "resident", "voie": "anef", "document": "confirmation_depot", "travail_permis": "oui",
    }  # fmt: skip
    page.evaluate("() => { engine.call = (name, argument) => window.python(name, argument); }")
    page.evaluate(REFRESH, request)
    panel = letters(page)
    expected = real_letters(request)["letters"]
    titles = [one["title"] for one in expected if not one["blocked"]]
    assert len(expected) == 7 and titles
    for number, title in enumerate(titles):
        panel.locator("summary", has_text="Les autres lettres").evaluate(
            "(node) => { node.parentElement.open = true; }"
        )
        panel.locator(".letter-choice", has=page.locator("h4", has_text=plain(title))).locator("button").click()
        fill(panel)
        panel.locator(".letter-form > .field select").select_option("ar")
        preview(panel)
        button = panel.locator(".letter-result .controls button", has_text="Imprimer").first
        _, pages = printed(page, tmp_path / f"{number}.pdf", button)
        assert "Amina Exemple" in pages[0]
        assert panel.locator(".letter").last.get_attribute("dir") == "rtl"
        panel.locator(".return").click()


def fill(panel: Locator) -> None:
    """Something acceptable in each field that is still empty, numbers and addresses left out."""
    for field in panel.locator(".field > input:not([inputmode]), .field > textarea").all():
        if not field.input_value():
            field.fill("Amina Exemple")
    for field in panel.locator("select[aria-required]").all():
        field.select_option(index=1)
    for group in panel.locator(".date").all():
        for part, text in (("day", 2), ("month", 5), ("year", 2026)):
            group.locator(f"[id$=-{part}]").fill(str(text))


def test_failures_are_said_and_can_be_tried_again(page: Page, fixture: dict[str, Any]) -> None:
    page.evaluate("delete answers.papers")
    page.evaluate(REFRESH, REQUEST)
    failed = page.locator("#emporter-echec")
    expect(failed).to_be_visible()
    assert page.locator("#emporter-choix").is_hidden(), "no paper of former answers stays"
    page.evaluate("(papers) => { answers.papers = papers; }", fixture["papers"])
    failed.locator("button").click()
    expect(page.locator("#emporter-sheet")).to_be_visible()
    assert failed.is_hidden()

    page.evaluate("delete answers.letters")
    panel = open_fold(page, "letters")
    panel.locator("button").click()
    expect(panel.locator(".callout")).to_contain_text("téléchargées")
    assert page.evaluate("document.activeElement.className").startswith("callout")
    page.evaluate("(letters) => { answers.letters = letters; }", fixture["letters"])
    panel.locator("button").click()
    expect(panel.locator(".letter-list").first).to_be_visible()
    panel.locator(".letter-choice button").first.click()
    panel.locator("#lettre-nom").fill("Amina Exemple")
    page.evaluate("delete answers.letter")
    panel.locator(".letter-form button[type=submit]").click()
    expect(panel.locator(".letter-result .callout")).to_contain_text("toujours là")
    assert panel.locator("#lettre-nom").input_value() == "Amina Exemple"


def test_python_may_refuse_to_make_papers(page: Page, fixture: dict[str, Any]) -> None:
    made = real_papers({"today": TODAY, "answers": {"document": "api"}, "on": "2026-10-01"})
    assert made["errors"]
    begin(page, fixture | {"papers": made})
    assert page.locator("#emporter-refus").inner_text() == made["errors"][0]["message"]
    assert page.locator("#emporter-choix").is_hidden()
    page.evaluate("([request]) => takeaway.refresh(engine, request, { errors: [], out_of_scope: {} })", [REQUEST])
    assert page.locator("#emporter-corps").is_hidden()


def test_an_older_answer_never_replaces_a_newer_one(page: Page, fixture: dict[str, Any]) -> None:
    shown = page.evaluate(
        """async (papers) => {
             const waits = [];
             const slow = { call: () => new Promise((resolve) => waits.push(resolve)) };
             const response = { errors: [], out_of_scope: null };
             const both = [1, 2].map(() => takeaway.refresh(slow, { today: "2026-11-23" }, response));
             await new Promise((resolve) => setTimeout(resolve));
             waits[1]({ ...papers, sheets: [] });
             waits[0](papers);
             await Promise.all(both);
             return !document.getElementById("emporter-sheet").hidden;
           }""",
        fixture["papers"],
    )
    assert shown is False


def test_data_are_text_whatever_they_hold(page: Page, fixture: dict[str, Any]) -> None:
    trap = "<img src=x onerror=alert(1)>"
    spoiled = json.loads(json.dumps(fixture, ensure_ascii=False).replace("Texte d’exemple", trap))
    begin(page, spoiled)
    open_fold(page, "sheet").locator(".picks button").nth(2).click()
    panel = compose(page)
    preview(panel)
    assert page.locator("#emporter img").count() == 0
    assert trap in page.locator(".sheet-a4 .sentence").inner_text()
    assert trap in panel.locator(".letter").first.inner_text()


def test_nothing_is_asked_of_the_network_afterwards(page: Page, tmp_path: Path) -> None:
    asked: list[str] = []
    page.context.set_offline(True)
    page.on("request", lambda request: asked.append(request.url) if not request.url.startswith("blob:") else None)
    panel = open_fold(page, "sheet")
    panel.locator(".picks button").first.click()
    printed(page, tmp_path / "sheet.pdf", panel.locator(".controls button"))
    open_fold(page, "cards")
    open_fold(page, "log")
    caught(page, open_fold(page, "calendar").locator("button"))
    panel = compose(page)
    preview(panel)
    caught(page, panel.get_by_role("button", name=".odt"))
    assert asked == []


def test_by_keyboard_and_from_right_to_left(page: Page) -> None:
    page.evaluate("document.documentElement.dir = document.querySelector('article').dir = 'rtl'")
    page.locator("#emporter-sheet > summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#emporter-sheet .picks button").first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#emporter-sheet .sheet-a4")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    icon, title = (page.locator(f"#emporter-sheet > summary {part}").bounding_box() for part in (".icon", "h3"))
    assert icon and title and icon["x"] > title["x"], "the icon stands at the start of the line"


def states(page: Page) -> Iterator[str]:
    """Each state of the section, one after the other."""
    yield "closed"
    open_fold(page, "sheet").locator(".picks button").nth(2).click()
    yield "sheet"
    page.locator("#emporter-sheet > summary").click()
    open_fold(page, "cards").locator("select").select_option("ar")
    yield "cards"
    page.locator("#emporter-cards > summary").click()
    open_fold(page, "log")
    open_fold(page, "calendar")
    yield "log and reminders"
    page.locator("#emporter-log > summary").click()
    panel = letters(page)
    page.evaluate("document.querySelectorAll('#emporter .panel details').forEach((fold) => { fold.open = true; })")
    yield "letters"
    panel.locator(".letter-choice button").first.click()
    yield "form"
    page.evaluate("[answers.kept, answers.letter] = [answers.letter, answers.refused]")
    panel.locator(".letter-form button[type=submit]").click()
    expect(panel.locator(".letter-form > .callout")).to_be_visible()
    yield "faults"
    page.evaluate("answers.letter = answers.kept")
    panel.locator(".letter-form select").last.select_option("ar")
    preview(panel)
    yield "letter"


@pytest.mark.parametrize("view", VIEWS[1:], ids=lambda view: view.name)
def test_every_state_is_accessible(
    browser: Browser,
    server: str,
    axe: str,  # noqa: F811
    fixture: dict[str, Any],
    view: View,
) -> None:
    opened = context(browser, view, bypass_csp=True)
    page = opened.new_page()
    page.goto(server + "fr/verifier.html")
    begin(page, fixture)
    for state in states(page):
        # Where the reading point has scrolled to, the button that leaves may stand over half a field.
        page.evaluate("scrollTo(0, 0)")
        assert violations(page, axe) == [], state
        assert page.evaluate("document.documentElement.scrollWidth") <= view.width, (state, page.evaluate(OVERFLOW))
        assert page.evaluate(SMALL_TARGETS) == [], state
    opened.close()

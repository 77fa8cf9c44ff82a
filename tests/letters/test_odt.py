"""The .odt: a valid package, the same bytes each time, and read back by LibreOffice word for word."""

from __future__ import annotations

import base64
import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from lxml import etree

from checker.letters import letter, letters
from portal.runtime.inside.letters import TYPED, request

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE_NS = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"


def made(person: str, name: str) -> dict[str, Any]:
    asked = request(person)
    entry = next(entry for entry in letters(asked)["letters"] if entry["id"] == name)
    fields = {f["id"]: f["options"][0]["id"] if f["kind"] == "choice" else TYPED[f["kind"]] for f in entry["fields"]}
    found = letter({"request": asked, "id": name, "fields": fields})
    assert found["errors"] == []
    return found


@pytest.fixture(scope="module")
def one() -> dict[str, Any]:
    return made("three months", "refere_mesures_utiles")


def package(one: dict[str, Any]) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(base64.b64decode(one["odt"])))


def lines(block: dict[str, Any]) -> list[str]:
    return [*([block["text"]] if block["text"] else []), *(block["items"] or [])]


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_mimetype_is_first_and_stored(one: dict[str, Any]) -> None:
    data = base64.b64decode(one["odt"])
    assert data[30:38] == b"mimetype"
    assert data[38:77] == b"application/vnd.oasis.opendocument.text"
    assert {entry.compress_type for entry in package(one).infolist()} == {zipfile.ZIP_STORED}
    assert {entry.date_time for entry in package(one).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_manifest_names_every_file(one: dict[str, Any]) -> None:
    archive = package(one)
    root = etree.fromstring(archive.read("META-INF/manifest.xml"))
    named = {entry.get(f"{MANIFEST}full-path") for entry in root}
    assert named == {"/", *archive.namelist()} - {"mimetype", "META-INF/manifest.xml"}


def test_parts_are_well_formed_and_1_3(one: dict[str, Any]) -> None:
    archive = package(one)
    for name in ("content.xml", "styles.xml", "meta.xml"):
        assert etree.fromstring(archive.read(name)).get(f"{OFFICE_NS}version") == "1.3"


def test_styles_used_are_defined_and_french(one: dict[str, Any]) -> None:
    archive = package(one)
    styles = etree.fromstring(archive.read("styles.xml"))
    names = set(styles.xpath("//@style:name", namespaces={"style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0"}))
    used = set(etree.fromstring(archive.read("content.xml")).xpath("//@*[local-name()='style-name']"))
    assert used <= names
    assert styles.xpath(f"string(//@*[local-name()='language' and namespace-uri()='{FO[1:-1]}'])") == "fr"


def test_no_author_and_a_neutral_title(one: dict[str, Any]) -> None:
    meta = package(one).read("meta.xml").decode()
    assert "<dc:title>Lettre</dc:title>" in meta
    assert "creator" not in meta
    assert "date" not in meta


def test_content_is_the_letter(one: dict[str, Any]) -> None:
    root = etree.fromstring(package(one).read("content.xml"))
    for node in root.iter(f"{TEXT}line-break"):
        node.text = "\n"
    found = ["".join(node.itertext()) for node in root.iter(f"{TEXT}p", f"{TEXT}h")]
    assert found == [text for block in one["blocks"] for text in lines(block)]


@pytest.mark.parametrize(("person", "name"), [("three months", "refere_mesures_utiles"), ("attestation", "employeur")])
def test_libreoffice_reads_it_back(person: str, name: str, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office, "LibreOffice is not installed: run python3 build.py test"
    one = made(person, name)
    file = tmp_path / f"{one['file']}.odt"
    file.write_bytes(base64.b64decode(one["odt"]))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    for kind in ("pdf", "txt:Text (encoded):UTF8"):
        command = [office, profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path), str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
    read = squeezed((tmp_path / "lettre.txt").read_text("utf-8-sig"))
    for block in one["blocks"]:
        for text in lines(block):
            assert squeezed(text) in read
    pages = len(pypdfium2.PdfDocument(tmp_path / "lettre.pdf"))
    assert pages <= 3

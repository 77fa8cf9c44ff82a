"""The bill of materials: by the official schema, the same bytes everywhere, and true to the lock files."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from license_expression import get_spdx_licensing
from packageurl import PackageURL

from portal import edition as editions
from portal.edition import Edition
from portal.supply import bom, locks, parts

EDITION = Edition("7", dt.date(2026, 11, 23), dt.date(2027, 2, 21), "https://example.org/")


@pytest.fixture(scope="module")
def made(root: Path) -> str:
    return bom.text(root, EDITION, parts.shipped(root))


@pytest.fixture(scope="module")
def bill(made: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(made)
    return value


def test_it_is_valid_by_the_official_schema(made: str) -> None:
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(made) is None
    # The validator does see faults.
    assert validator.validate_str(made.replace('"type": "library"', '"type": "book"', 1)) is not None
    assert validator.validate_str(made.replace('"id": "MPL-2.0"', '"id": "MPL"', 1)) is not None


def test_every_part_and_every_package_of_the_build_is_there(root: Path, bill: dict[str, Any]) -> None:
    required = [one for one in bill["components"] if one["scope"] == "required"]
    excluded = [one for one in bill["components"] if one["scope"] == "excluded"]
    assert len(required) + len(excluded) == len(bill["components"])
    assert {one["bom-ref"] for one in required} == {part.id for part in parts.shipped(root)}
    named = {one["purl"]: one for one in bill["components"]}
    for pin in locks.build(root):
        one = named[pin.purl]
        assert one["version"] == pin.version
        assert [(h["alg"], h["content"]) for h in one["hashes"]] == [*pin.hashes]
    tools = {tool.pin.purl for tool in parts.tools(root)}
    assert tools <= {one["purl"] for one in excluded}
    # Of what tests use alone, nothing.
    tests = {pin.purl for pin in locks.npm(root) if pin.tests} - {pin.purl for pin in locks.build(root)}
    assert not tests & named.keys()


def test_names_are_those_that_other_programs_read(bill: dict[str, Any]) -> None:
    refs = [one["bom-ref"] for one in bill["components"]]
    assert len({*refs}) == len(refs)
    spdx = get_spdx_licensing()
    for one in bill["components"]:
        purl = PackageURL.from_string(one["purl"])
        assert purl.to_string() == one["purl"]
        assert purl.version is None or purl.version.replace("_", ".").endswith(one["version"])
        (licence,) = one["licenses"]
        expression = licence.get("expression") or licence["license"]["id"]
        assert not spdx.validate(expression).errors, expression


def test_what_depends_on_what_is_whole(bill: dict[str, Any]) -> None:
    edges = {entry["ref"]: entry.get("dependsOn", []) for entry in bill["dependencies"]}
    reached, waiting = set[str](), [bill["metadata"]["component"]["bom-ref"]]
    while waiting:
        ref = waiting.pop()
        reached.add(ref)
        waiting += edges[ref]
    assert reached == edges.keys()
    assert reached - {"droits-en-attente@7"} == {c["bom-ref"] for c in bill["components"] if c["scope"] == "required"}


def test_its_number_and_its_date_come_from_what_it_says(root: Path, made: str, bill: dict[str, Any]) -> None:
    known = parts.shipped(root)
    assert bom.text(root, EDITION, known) == made
    assert bill["metadata"]["timestamp"] == "2026-11-23T00:00:00Z"
    numbers = {bill["serialNumber"]}
    for other in (replace(EDITION, number="8"), replace(EDITION, date=dt.date(2026, 12, 1))):
        numbers.add(json.loads(bom.text(root, other, known))["serialNumber"])
    assert len(numbers) == 3


def test_another_process_writes_the_same_bytes(root: Path, tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from portal import supply; supply.write(*map(Path, sys.argv[1:]))"
    written = []
    for name, variables in (("a", {"PYTHONHASHSEED": "1"}), ("b", {"PYTHONHASHSEED": "77", "TZ": "Pacific/Auckland"})):
        env = {**os.environ, **variables}
        subprocess.run([sys.executable, "-c", code, root, tmp_path / name], cwd=root, env=env, check=True)
        written.append({file.name: file.read_bytes() for file in (tmp_path / name / "edition").iterdir()})
    assert written[0] == written[1]
    assert {*written[0]} == {"licences.txt", "sbom.cdx.json"}
    said = json.loads(written[0]["sbom.cdx.json"])["metadata"]["component"]["version"]
    assert said == editions.load(root).number

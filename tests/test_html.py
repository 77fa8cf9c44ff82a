"""Every page, style sheet and drawing of the built site, read by the validator of the W3C."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from portal import npm
from portal.verify.branding import TEMPLATES

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def validator(root: Path) -> Path:
    return npm.install(root, tests=True) / "vnu-jar" / "build" / "dist" / "vnu.jar"


def faults(validator: Path, place: Path, *options: str) -> list[str]:
    # Deep nesting needs a larger stack than Java's own; on its other stream, Java itself may speak.
    command = ["java", "-Xss4m", "-jar", validator, "--stdout", "--errors-only", "--format", "json", *options, place]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    found = json.loads(ran.stdout)["messages"]
    return [f"{fault['url']}:{fault.get('lastLine')}: {fault['message']}" for fault in found]


@pytest.mark.parametrize("kind", ["html", "css", "svg"])
def test_the_validator_finds_no_error(validator: Path, site: Path, kind: str) -> None:
    # A template is no page until a host's words fill it: local/ holds what it becomes.
    found = [fault for fault in faults(validator, site, f"--skip-non-{kind}") if f"/{TEMPLATES}" not in fault]
    assert found[:20] == []


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("html", '<!doctype html><html lang="fr"><title>Essai</title><p><div>', "div"),
        ("css", "p { colour: red }", "colour"),
        ("svg", '<svg xmlns="http://www.w3.org/2000/svg"><wrong/></svg>', "wrong"),
    ],
)
def test_the_validator_finds_an_error_where_there_is_one(
    validator: Path, tmp_path: Path, kind: str, text: str, said: str
) -> None:
    (tmp_path / f"a.{kind}").write_text(text, "utf-8")
    assert any(said in fault for fault in faults(validator, tmp_path, f"--skip-non-{kind}"))

"""The text of the kits: the same bytes each time, nothing of this machine, rules that the hosts of pages can take."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from portal import hosting
from portal.headers import CACHE_CONTROL, PATH_CLASSES, POLICY, SHARED_HEADERS, media_type, security_headers
from portal.hosting.pages import LIMIT, header_rules, widest
from portal.verify import headers as verifier

# What each rule costs on Cloudflare Pages.
LONGEST_LINE = 2000


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """The top of a small site."""
    for name in ("fr/index.html", "en/index.html", "guides/a.html", "assets/site.css", "runtime/manifest.json"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", "utf-8")
    for name in ("index.html", "index.html.br", "404.html", "sw.js"):
        (tmp_path / name).write_text("x", "utf-8")
    return tmp_path


def read_rules(text: str) -> dict[str, dict[str, str]]:
    """Pattern → headers of a `_headers` file."""
    rules: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            current = rules.setdefault(line, {})
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            current[name] = value
    return rules


def matches(pattern: str, address: str) -> bool:
    return address.startswith(pattern[:-1]) if pattern.endswith("*") else pattern == address


def test_every_kit_is_written_alike_each_time(root: Path, made: Path) -> None:
    written = hosting.write(root, made)
    first = {file.name: file.read_bytes() for file in written}
    assert sorted(first) == sorted([*hosting.KITS, "entetes.json"])
    assert {file.parent for file in written} == {made / "hebergeur"}
    assert {file.name: file.read_bytes() for file in hosting.write(root, made)} == first
    for name, data in first.items():
        assert b"\r" not in data, name
        assert b"[[" not in data.replace(b"[[:", b""), name
        assert b"/work/" not in data, name


def test_the_verifier_is_told_what_the_servers_send(root: Path, made: Path) -> None:
    hosting.write(root, made)
    expected = verifier.parse((made / "hebergeur" / "entetes.json").read_bytes())
    for path in (
        "guides/a.html", "guides/a/b.html", "guides/verifier.html", "guides/a.pdf", "fr/verifier.html", "verifier.html",
        "fr/a-verifier.html", "assets/worker.js", "fr/assets/worker.js", "sw.js", "fr/sw.js", "runtime/a/b.wasm", "x",
    ):  # fmt: skip
        said = [*security_headers(path).items(), ("Content-Type", media_type(path))]
        assert verifier.check(expected, path, said) == [], path
        assert verifier.check(expected, path, said[1:]) != [], path


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile", "htaccess.txt"])
def test_a_server_sends_every_header_of_the_table(root: Path, made: Path, name: str) -> None:
    text = hosting.render(root, name, made)
    for value in (CACHE_CONTROL, *SHARED_HEADERS.values(), *(kind.policy for kind in PATH_CLASSES)):
        assert f'"{value}"' in text, value


def test_htaccess_asks_for_nothing_outside_a_module_that_may_be_missing(root: Path, made: Path) -> None:
    depth = 0
    for line in map(str.strip, hosting.render(root, "htaccess.txt", made).splitlines()):
        if line.startswith("<IfModule"):
            depth += 1
        elif line == "</IfModule>":
            depth -= 1
        elif line and not line.startswith("#"):
            assert depth > 0, line
            # Of other families than FileInfo: a host that forbids them would answer 500.
            assert line.split()[0] not in {"Options", "DirectoryIndex", "ExpiresActive", "<If", "ServerSignature"}, line
    assert depth == 0


def test_no_address_gets_two_policies_from_a_host_of_pages(root: Path, made: Path) -> None:
    rules = read_rules(hosting.render(root, "_headers", made))
    assert len(rules) <= LIMIT
    for address in ("/", "/fr/", "/fr/verifier.html", "/fr/verifier", "/guides/a.html", "/sw.js", "/local/fr/x.html"):
        found = [headers for pattern, headers in rules.items() if matches(pattern, address)]
        assert sum(POLICY in headers for headers in found) == 1, address
        joined = {name: value for headers in found for name, value in headers.items()}
        assert joined["Cache-Control"] == CACHE_CONTROL
        assert SHARED_HEADERS.items() <= joined.items()


def test_a_folder_of_pages_allows_what_its_pages_and_the_checker_do(made: Path) -> None:
    policies = dict(header_rules(made))
    guide, tool, page = (kind.policy for kind in PATH_CLASSES)
    assert policies["/guides/*"] == guide
    assert policies["/fr/*"] == widest(tool, page)
    assert "form-action 'self'" in policies["/fr/*"]
    assert "script-src 'self' 'wasm-unsafe-eval'" in policies["/fr/*"]
    assert "unsafe-inline" not in policies["/fr/*"]


def test_the_widest_policy_drops_none_only_beside_a_source() -> None:
    assert widest("a 'none'; b 'self'", "a x; b 'self' y") == "a x; b 'self' y"
    assert widest("a 'none'", "a 'none'") == "a 'none'"


def test_the_rules_of_the_built_site_fit_the_hosts_of_pages(root: Path, site: Path) -> None:
    text = hosting.render(root, "_headers", site)
    assert len(read_rules(text)) <= LIMIT
    assert max(map(len, text.splitlines())) < LONGEST_LINE


@pytest.mark.parametrize(("name", "jobs"), [("gitlab-ci.yml", "pages"), ("github-pages.yml", "jobs")])
def test_a_forge_publishes_nothing_that_was_not_verified(root: Path, made: Path, name: str, jobs: str) -> None:
    read = yaml.safe_load(hosting.render(root, name, made))
    if name == "gitlab-ci.yml":
        lines = read[jobs]["script"]
    else:
        assert read[jobs]["publier"]["needs"] == "verifier"
        lines = read[jobs]["verifier"]["steps"][-2]["run"].splitlines()
    checks = [number for number, line in enumerate(lines) if "verify.py" in line]
    unpacked = next(number for number, line in enumerate(lines) if line.startswith("tar "))
    # Before it is unpacked, and once the host's own folder is in it.
    assert checks[0] < unpacked < checks[-1] == len(lines) - 1
    # A failure is never hidden.
    assert not any("||" in line or "allow_failure" in line or "continue-on-error" in line for line in lines)

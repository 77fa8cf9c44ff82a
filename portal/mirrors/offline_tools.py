"""Two pages for volunteers without Python, opened by double-click: `hebergeur/verifier.html` checks a copy,
`hebergeur/formulaire.html` writes what a host says of itself.

Browsers refuse module scripts on pages opened from a disk: the modules of portal/theme/host are joined into one classic
script a page. The policy of the pages lets nothing leave the computer."""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from portal import edition, npm, pages, typography
from portal.errors import BuildError
from portal.verify.branding import TEMPLATES, droppable
from portal.verify.fields import FIELDS

FOLDER = "hebergeur"
SHEET = "outils.css"
PAGES = {"verifier": "verifier.js", "formulaire": "form.js"}
"""Page → the module that its script starts from."""
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; base-uri 'none'; form-action 'none'"
)


def write(root: Path, site: Path, trust: Sequence[bytes]) -> list[Path]:
    """Writes both pages, their scripts and their style sheet under `site`; returns the paths.

    `site` holds hebergeur/modeles/ already; `trust` are the sets of keys (whole files) that the verifier trusts."""
    folder = site / FOLDER
    folder.mkdir(exist_ok=True)
    theme = root / "portal" / "theme"
    sheet = folder / SHEET
    sheet.write_bytes((theme / "assets" / "site.css").read_bytes() + (theme / "host" / "tools.css").read_bytes())
    templates = _templates(site)
    fields = [asdict(field) for field in FIELDS]
    texts = [data.decode("utf-8") for data in trust]
    data = {"verifier": {"trusted": texts, "fields": fields}, "formulaire": {"fields": fields, "templates": templates}}
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(theme), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    context = {
        "csp": CSP,
        "edition": edition.load(root),
        "sets": [_shown(json.loads(text)) for text in texts],
        "fields": [_spaced(field) for field in FIELDS],
        "languages": [{"code": code, "name": pages.strings(root, code)["name"]} for code in droppable(templates)],
    }
    written = [sheet]
    for name, entry in PAGES.items():
        script, page = folder / f"{name}.js", folder / f"{name}.html"
        script.write_bytes(bundle(root, entry))
        template = environment.get_template(f"host/{name}.html")
        page.write_text(template.render(context, script=script.name, data=_json(data[name])) + "\n", "utf-8")
        written += [script, page]
    return written


@cache
def bundle(root: Path, entry: str) -> bytes:
    """The module `entry` of portal/theme/host and all that it imports, as one classic script.

    Raises BuildError when the npm packages are not there, or a module cannot be joined."""
    job = {"entry": str(root / "portal" / "theme" / "host" / entry), "modules": str(root / "node_modules")}
    command = [str(npm.node(root)), str(Path(__file__).with_name("bundle.mjs"))]
    done = subprocess.run(command, input=json.dumps(job).encode(), capture_output=True, check=False)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise BuildError(f"portal/theme/host/{entry}: the script could not be made.\n{said}", "correct what is named.")
    return done.stdout


def _templates(site: Path) -> dict[str, str]:
    """Name → text of what hebergeur/modeles/ holds; the form only needs the names of those of dropped languages."""
    folder = site / TEMPLATES
    names = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    return {
        name: "" if name.endswith("/absent.html") else (folder / name).read_bytes().decode("utf-8") for name in names
    }


def _shown(keys: dict[str, Any]) -> dict[str, Any]:
    """A set of keys as the page shows it, with fingerprints as `ssh-keygen -l` writes them."""
    shown = [
        {
            "id": key["id"],
            "role": key["role"],
            "since": _day(key["from"]),
            "until": _day(key["until"]),
            "fingerprint": _fingerprint(key["public"]),
        }
        for key in keys["keys"]
    ]
    return {"version": keys["version"], "threshold": keys["threshold"], "keys": shown}


def _fingerprint(public: str) -> str:
    digest = hashlib.sha256(base64.b64decode(public.split()[1])).digest()
    return f"SHA256:{base64.b64encode(digest).decode().rstrip('=')}"


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))


def _spaced(field: Any) -> dict[str, Any]:
    said = {"label": typography.french(field.label), "help": typography.french(field.help)}
    return asdict(field) | said | {"flat": field.flat}


def _json(value: Any) -> str:
    """JSON without line ends: an HTML reader would change them."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

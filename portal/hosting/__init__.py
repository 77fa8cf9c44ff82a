"""The kits for hosts, in the built site's folder `hebergeur/`: settings of each server, templates of each forge.

All come from the one table of portal.headers, so that no server can say other than the others.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jinja2

from portal import compress, headers
from portal.hosting.pages import header_rules
from portal.release import layout
from portal.verify.layout import HEADERS

# Each has a template of its name. htaccess.txt and _headers are copied unchanged to the top of a copy.
KITS = ("Caddyfile", "_headers", "github-pages.yml", "gitlab-ci.yml", "htaccess.txt", "nginx.conf")
_CHARSET = "; charset=utf-8"


def write(root: Path, site: Path) -> list[Path]:
    """Writes every kit into `site`/hebergeur, and entetes.json, which says to the verifier what they all send; returns
    the paths, sorted. Same bytes for the same site.

    To be called when the top folders of `site` are there: `_headers` has to name them."""
    folder = site / layout.HOST
    folder.mkdir(exist_ok=True)
    written = []
    for name in KITS:
        kit = folder / name
        kit.write_text(render(root, name, site), "utf-8", newline="\n")
        written.append(kit)
    expected = site / HEADERS
    expected.write_text(json.dumps(expected_headers(), indent=1, ensure_ascii=False) + "\n", "utf-8", newline="\n")
    return sorted([*written, expected])


def expected_headers() -> dict[str, Any]:
    """The content of entetes.json: see portal.verify.headers."""
    return {
        "format": 1,
        "types": headers.MEDIA_TYPES,
        "always": dict(headers.SHARED_HEADERS),
        "policies": [[glob, kind.policy] for kind in headers.PATH_CLASSES for glob in kind.globs],
    }


def render(root: Path, name: str, site: Path) -> str:
    """The text of the kit `name` (one of KITS)."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(root / "portal" / "hosting" / "kits"),
        undefined=jinja2.StrictUndefined,
        # Settings of servers: no HTML, and nothing from outside.
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
        comment_start_string="[#",
        comment_end_string="#]",
    )
    types = _types()
    return environment.get_template(name).render(
        classes=headers.PATH_CLASSES,
        special=headers.PATH_CLASSES[:-1],
        rest=headers.PATH_CLASSES[-1],
        always={"Cache-Control": headers.CACHE_CONTROL, **headers.SHARED_HEADERS},
        types=types,
        charset_types=sorted(kind for kind in types if kind + _CHARSET in headers.MEDIA_TYPES.values()),
        compressible=sorted({_bare(headers.MEDIA_TYPES[suffix]) for suffix in compress.SUFFIXES}),
        unknown=headers.UNKNOWN_TYPE,
        charset=_CHARSET,
        rules=header_rules(site),
        name=layout.NAME,
    )


def _types() -> dict[str, list[str]]:
    """Media type without its charset → the endings of its files, without a dot; both in the order of the table."""
    types: dict[str, list[str]] = {}
    for suffix, kind in headers.MEDIA_TYPES.items():
        types.setdefault(_bare(kind), []).append(suffix.removeprefix("."))
    return types


def _bare(kind: str) -> str:
    return kind.removesuffix(_CHARSET)

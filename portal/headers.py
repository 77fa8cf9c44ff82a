"""The headers a production host sends, and the media type of each file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType

from portal.security import csp, single_file_csp

MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".webmanifest": "application/manifest+json",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
    ".pdf": "application/pdf",
    ".epub": "application/epub+zip",
    ".zim": "application/x-zim",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
}

# File names carry no version: the reader's browser asks each time, and is told "not modified".
CACHE_CONTROL = "no-cache"
UNKNOWN_TYPE = "application/octet-stream"
POLICY = "Content-Security-Policy"
# The same for every file, whatever its class.
SHARED_HEADERS = MappingProxyType(
    {
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
)


@dataclass(frozen=True)
class PathClass:
    """The files that share a content security policy.

    `name`: ASCII letters, for the variables of a server; `title`: what they are, in French; `globs`: their paths from
    the top of the site, where * stands for any text, with / or without."""

    name: str
    title: str
    globs: tuple[str, ...]
    policy: str

    @property
    def pattern(self) -> str:
        """The same as a regular expression that Python, nginx, Apache and Caddy read alike."""
        return f"^({'|'.join(re.escape(glob).replace(re.escape('*'), '.*') for glob in self.globs)})$"


def _class(name: str, title: str, globs: tuple[str, ...], policy: str) -> PathClass:
    # frame-ancestors means something in a header only.
    return PathClass(name, title, globs, f"{policy}; frame-ancestors 'none'")


# The first class that matches a path is its own; the last one matches all. Only the checker's page, its worker (whose
# own response sets the worker's policy), the runtime and the service worker, which fetches for the others, get the
# right to fetch and to compile WebAssembly. The guide in one HTML file is the only page with a style of its own.
PATH_CLASSES = (
    _class("guide", "les guides en une seule page", ("guides/*.html",), single_file_csp()),
    _class(
        "outil",
        "le questionnaire, ses programmes et son moteur de calcul",
        ("verifier.html", "*/verifier.html", "assets/worker.js", "sw.js", "runtime/*"),
        csp(True),
    ),
    _class("page", "tout le reste", ("*",), csp(False)),
)


def media_type(path: str) -> str:
    """The Content-Type of a file by its name; unknown names are bytes to download, never guessed."""
    return MEDIA_TYPES.get(PurePosixPath(path).suffix.lower(), UNKNOWN_TYPE)


def path_class(path: str) -> PathClass:
    """The class of `path`, from the root of the site ("fr/verifier.html")."""
    return next(kind for kind in PATH_CLASSES if re.search(kind.pattern, path))


def security_headers(path: str) -> dict[str, str]:
    """The security headers for `path`, from the root of the site ("fr/verifier.html")."""
    return {POLICY: path_class(path).policy, **SHARED_HEADERS}

"""The headers a production host sends, and the media type of each file."""

from __future__ import annotations

from pathlib import PurePosixPath

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

_ALWAYS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def media_type(path: str) -> str:
    """The Content-Type of a file by its name; unknown names are bytes to download, never guessed."""
    return MEDIA_TYPES.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")


def security_headers(path: str) -> dict[str, str]:
    """The security headers for `path`, from the root of the site ("fr/verifier.html").

    Only the checker's page, its worker (whose own response sets the worker's policy), the runtime and the service
    worker, which fetches for the others, get the right to fetch and to compile WebAssembly. The guide in one HTML file
    is the only page with a style of its own."""
    parts = PurePosixPath(path).parts
    single = parts[:1] == ("guides",) and path.endswith(".html")
    workers = (("assets", "worker.js"), ("sw.js",))
    checker = parts[-1:] == ("verifier.html",) or parts in workers or parts[:1] == ("runtime",)
    # frame-ancestors means something in a header only.
    policy = single_file_csp() if single else csp(checker)
    return {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'", **_ALWAYS}

"""The content security policy of the pages: nothing from elsewhere, nothing inline."""

from __future__ import annotations

import base64
import hashlib


def csp(checker: bool) -> str:
    """The policy of a page as its `<meta>` writes it. Only the checker may compile WebAssembly, start a worker and
    fetch its files; it may not send its form anywhere. `frame-ancestors` belongs to the header alone."""
    script = "'self' 'wasm-unsafe-eval'" if checker else "'self'"
    own = "'self'" if checker else "'none'"
    form = "'none'" if checker else "'self'"
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {script}",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            f"connect-src {own}",
            f"worker-src {own}",
            "manifest-src 'self'",
            "base-uri 'none'",
            f"form-action {form}",
        )
    )


def single_file_csp(sheet: str | None = None) -> str:
    """The policy of the guide in one HTML file: nothing but its own style. `sheet` is the text of its <style>, named by
    its hash; without it, the header of a host lets any inline style pass, and the file's own <meta> decides."""
    style = "'unsafe-inline'"
    if sheet is not None:
        style = f"'sha256-{base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()}'"
    return f"default-src 'none'; style-src {style}; img-src data:; base-uri 'none'; form-action 'none'"

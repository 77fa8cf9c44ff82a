"""The content security policy of the pages: nothing from elsewhere, nothing inline."""

from __future__ import annotations


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

"""What a browser did on the pages of a copy, and what of it an honest copy never does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, unquote, urlsplit

from portal.verify.findings import Finding

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Error, Request, Response

MOST = 300
"""Requests of one visit: no more are let out."""
_MOST_OF_A_KIND = 40
_SENT = ("http", "https", "ws", "wss")
SEARCH = "Cherchez qui l’ajoute (extension, mesure d’audience, piratage)."


class Observed:
    """The facts of one visit to the copy at `base`. `sums`: SHA-256 of its files by path, None when unknown. `page` is
    the one that is open. What a copy says is not repeated: a false one would write on the page that warns of it."""

    def __init__(self, base: str, sums: Mapping[str, str] | None) -> None:
        self._base, self._sums = urlsplit(base), sums
        self._responses: list[tuple[str, Response]] = []
        self._finished: set[Request] = set()
        self._facts: dict[Finding, None] = {}
        self.requests, self.page = 0, ""

    def add(self, level: str, code: str, path: str, message: str) -> None:
        """Keeps a fact, once."""
        if sum(fact.code == code for fact in self._facts) < _MOST_OF_A_KIND:
            self._facts.setdefault(Finding(level, code, path, message))

    @property
    def facts(self) -> list[Finding]:
        """Every fact."""
        return list(self._facts)

    def lets(self, url: str) -> bool:
        """Whether the browser may send the request: nothing of a visit reaches a third party, nor goes on for ever."""
        parts = urlsplit(url)
        return parts.scheme not in _SENT or (self._ours(parts) and self.requests <= MOST)

    def asked(self, request: Request) -> None:
        """A request, sent or not."""
        parts = urlsplit(request.url)
        if parts.scheme not in _SENT:
            return
        self.requests += 1
        if self.requests == MOST + 1:
            self.add("error", "requests-many", "", f"Plus de {MOST} demandes pour quelques pages. {SEARCH}")
        if not self._ours(parts):
            self.third_party(request.url)
        elif self._sums is not None and not self._known(parts, request.is_navigation_request()):
            script = request.resource_type == "script"
            code, what = ("script-unknown", "Script") if script else ("request-unknown", "Demande")
            message = f"{what} qui n’est pas de l’édition. {SEARCH}"
            self.add("error", code, parts.path[:200], message)

    def third_party(self, url: str) -> None:
        """A request to another site, sent or not."""
        parts = urlsplit(url)
        if parts.scheme in _SENT and not self._ours(parts):
            where = f"{parts.scheme}://{parts.netloc[:100]}"
            self.add("error", "third-party", self.page, f"Demande à un autre site : {where}. {SEARCH}")

    def answered(self, response: Response) -> None:
        """An answer: its bytes are compared when the page is there."""
        parts = urlsplit(response.url)
        if self._ours(parts) and (name := self._name(parts)) is not None:
            self._responses.append((name, response))

    def finished(self, request: Request) -> None:
        """An answer came whole: others may never end."""
        self._finished.add(request)

    def issue(self, event: Mapping[str, Any]) -> None:
        """What Chromium's panel "Issues" would show."""
        details = event["issue"].get("details", {}).get("contentSecurityPolicyIssueDetails")
        if details:
            blocked = urlsplit(details.get("blockedURL", "")).netloc or "dans la page"
            directive = details.get("violatedDirective", "")
            message = f"La politique de sécurité a bloqué quelque chose ({directive} : {blocked[:100]}). {SEARCH}"
            self.add("warning", "csp", self.page, message)

    def said(self, message: ConsoleMessage) -> None:
        """A line of the console. What could not be loaded is known by its request."""
        if message.type == "error" and "Security Policy" not in message.text and "Failed to load" not in message.text:
            self.failed()

    def failed(self, error: Error | None = None) -> None:
        """An error of a script."""
        message = "Erreur dans la console du navigateur. Ouvrez la page et cherchez-en la cause."
        self.add("warning", "console", self.page, message)

    def wrote(self, event: Mapping[str, Any]) -> None:
        """Something was written in the storage of the device."""
        self.stored("localStorage" if event["storageId"]["isLocalStorage"] else "sessionStorage")

    def stored(self, where: str) -> None:
        """Something is kept on the device, where our pages keep nothing unless the reader asks."""
        self.add("error", "storage", self.page, f"La page écrit sur l’appareil ({where}). {SEARCH}")

    def compare(self) -> None:
        """Compares what the browser received with the manifest, then forgets it."""
        for name, response in self._responses:
            for fact in self._different(name, response):
                self.add("error", fact, name, _DIFFERENT[fact])
        self._responses.clear()
        self._finished.clear()

    def _different(self, name: str, response: Response) -> Iterator[str]:
        expected = (self._sums or {}).get(name)
        page = response.request.resource_type == "document"
        if not expected or response.status in _REDIRECTS or response.request not in self._finished:
            return
        try:
            data = response.body()
        except Exception:
            # A file that the page did not wait for: portal.mirrors.reading has read it. A page can not be missing.
            if not page:
                return
            data = b""
        if hashlib.sha256(data).hexdigest() != expected:
            yield "page-differs" if page else "part-differs"

    def _ours(self, parts: SplitResult) -> bool:
        return (parts.scheme, parts.netloc) == (self._base.scheme, self._base.netloc)

    def _known(self, parts: SplitResult, navigation: bool) -> bool:
        # A beacon may well name a file of the edition: what it tells is after the "?".
        return self._name(parts) in (self._sums or {}) and (navigation or not parts.query)

    def _name(self, parts: SplitResult) -> str | None:
        """The file of the copy that an address of its server means; None outside the copy."""
        if not parts.path.startswith(self._base.path):
            return None
        name = unquote(parts.path[len(self._base.path) :])
        return f"{name}index.html" if name.endswith("/") or not name else name


_REDIRECTS = {301, 302, 303, 304, 307, 308}
_DIFFERENT = {
    "page-differs": f"Un navigateur reçoit une autre page que celle de l’édition. {SEARCH}",
    "part-differs": f"Un navigateur reçoit un autre fichier que celui de l’édition. {SEARCH}",
}

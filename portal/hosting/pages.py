"""The rules of `_headers`, the file that Netlify and Cloudflare Pages read: its only patterns are whole folders."""

from __future__ import annotations

from pathlib import Path

from portal.headers import PATH_CLASSES
from portal.offline import WORKER
from portal.release import layout

# Folders that a release may get after its kits.
_LATER = frozenset({layout.EDITION, layout.LOCAL.rstrip("/"), layout.HOST})
# Cloudflare Pages reads no more rules than this.
LIMIT = 100
_NOTHING = "'none'"


def header_rules(site: Path) -> list[tuple[str, str]]:
    """(pattern of addresses, policy), for each top folder of `site`, and its pages and scripts, sorted by pattern.

    These hosts join the values of all rules that match, and two joined policies allow what both allow: so no address is
    matched twice. A folder of pages holds the checker's too, so it gets what either may do; the stricter policy of each
    page is in its own <meta>, which no header widens."""
    guide, *others = PATH_CLASSES
    wide = widest(*(kind.policy for kind in others))
    folders = {entry.name for entry in site.iterdir() if entry.is_dir()} | _LATER
    # The service worker is put at the top later.
    files = {entry.name for entry in site.iterdir() if entry.suffix in {".html", ".js"}} | {WORKER}
    rules = [("/", wide), *((f"/{name}", wide) for name in files)]
    rules += [(f"/{name}/*", guide.policy if name == "guides" else wide) for name in folders]
    return sorted(rules)


def widest(*policies: str) -> str:
    """The policy that allows what one at least of `policies` allows. All must write the same directives."""
    sources: dict[str, dict[str, None]] = {}
    for policy in policies:
        for directive in policy.split("; "):
            name, *allowed = directive.split()
            sources.setdefault(name, {}).update(dict.fromkeys(allowed))
    return "; ".join(
        f"{name} {' '.join([source for source in allowed if source != _NOTHING] or [_NOTHING])}"
        for name, allowed in sources.items()
    )

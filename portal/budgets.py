"""What may be asked of a reader's line, in bytes and in requests: the build and the tests refuse more.

Bytes of pages, scripts and the checker are those on the wire, in brotli; papers are not compressed again.
"""

from __future__ import annotations

from collections.abc import Mapping

# First view of a page: half of the pages that search engines may list, and any page.
PAGE_MEDIAN = 15_000
PAGE = 25_000
# The search page is also the map of the site: each page adds its line, and Arabic letters are two bytes.
MAP = 26_000
# The checker's page holds a form and its scripts; what it downloads on request is announced on the page itself.
CHECKER = 30_000
# The tools of hosts carry a verifier of signatures or the pages of a copy, and are opened from a disk.
TOOL = 35_000
# Two of them hold nothing up: what the host of the copy says of itself, and the age of the page.
REQUESTS = 7
# Its modules are asked for at once, from the head of the page.
REQUESTS_CHECKER = 18
# Of a first view: every style sheet of a page, and its scripts.
STYLES = 6_000
SCRIPTS = 4_000
SCRIPTS_CHECKER = 10_000

# The words of every page of a language, fetched when one begins to type: in French, and in any language, for in some
# a word has many forms.
SEARCH_INDEX = 25_000
SEARCH_INDEX_ANY = 55_000

# The checker's Python, by the name of its variant, and how many files it is.
PAYLOAD: Mapping[str, int] = {"small": 1_300_000, "safe": 2_700_000}
PAYLOAD_FILES = 5
# Fetched when a letter is asked for: Jinja2 with its compiler, fourteen copies to read, zipfile (see stand_ins_letters
# for what is left out).
LETTERS = 170_000

# Papers and e-books: the end of the name of a file, from the folder of papers, and its bytes at most.
PAPERS: Mapping[str, int] = {
    "-a4.pdf": 4_000_000,
    "-cases.pdf": 1_000_000,
    "-a5.pdf": 650_000,
    "-a5-a-imprimer.pdf": 550_000,
    "-depliant.pdf": 110_000,
    "-affiche.pdf": 60_000,
    ".epub": 600_000,
}
# One page to print at a counter or in a cybercafé: a leaflet or a card.
SHEET = 100_000
# Sent by messaging, which compresses it.
SINGLE_HTML_GZIP = 300_000

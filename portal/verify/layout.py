"""Where the parts of a copy stand, and how long those may be that are read before any signed size is known."""

from __future__ import annotations

STATEMENT = "edition/edition.json"
MANIFEST = "edition/MANIFEST.txt"
MANIFEST_COMPRESSED = "edition/MANIFEST-compresse.txt"
SIZES = "edition/tailles.json"
SIGNERS = "edition/signataires"
SIGNATURES = "edition/signatures/"
KEYS = "edition/cles/"
LOCAL = "local/"
HEADERS = "hebergeur/entetes.json"
COMPRESSED = (".br", ".gz")
SERVER_FILES = {".htaccess": "hebergeur/htaccess.txt", "_headers": "hebergeur/_headers"}
"""Files that a host puts at the top, and the signed file each must equal."""

LIMITS = {STATEMENT: 64_000, MANIFEST: 8_000_000, MANIFEST_COMPRESSED: 8_000_000, SIZES: 8_000_000, SIGNERS: 64_000}
"""Bytes of what is read before any signed size is known."""
SIGNATURE_LIMIT = 8_000
KEY_SET_LIMIT = 64_000
LOCAL_LIMIT = 64_000

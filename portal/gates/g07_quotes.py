"""Every source is registered and publishable; every quote stands word for word, once, in its paragraph.

Does not prove: that the text is still in force (no source says until when it is), nor that the quote means what the
rule makes of it. Without ``--texts`` each quote is only compared with the fingerprint pinned when it was last found.
"""

from portal import lawcheck
from portal.gates.context import Context

TITLE = "Sources and quotes"


def run(context: Context) -> list[str]:
    """The sources and quotes that fail, read in ``context.texts`` if given, by pinned fingerprints otherwise."""
    context.count(len(list(lawcheck.all_sources())), "sources")
    context.count(len(lawcheck.quoted()), "quotes")
    return lawcheck.texts(context.root, context.texts)

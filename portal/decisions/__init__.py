"""The static decision pages: the checker without JavaScript, one page per question and per outcome."""

from portal.decisions.write import url_of, write

__all__ = ["url_of", "write"]

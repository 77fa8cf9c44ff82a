"""The static decision pages: the checker without JavaScript, one page per question and per outcome."""

from portal.decisions.write import write

__all__ = ["write"]

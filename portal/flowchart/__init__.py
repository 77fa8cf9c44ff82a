"""The questions on paper: numbered boxes, drawn from the same graphs as the checker."""

from portal.flowchart.paper import Paper, on_pages, paper

__all__ = ["Paper", "on_pages", "paper"]

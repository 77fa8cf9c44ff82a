"""The questions on paper: numbered boxes, drawn from the same graphs as the checker."""

from portal.flowchart.paper import Paper, give_numbers, paper

__all__ = ["Paper", "give_numbers", "paper"]

"""What keeps the French pages plain and exact: numbers from the data files, acronyms explained, sentences short."""

from portal.prose.check import check_pages, check_texts

__all__ = ["check_pages", "check_texts"]

"""Translations stay tied to their French: the fingerprint of a text must never change."""

from checker.fingerprint import fingerprint


def test_it_is_the_same_for_ever() -> None:
    assert fingerprint("jusqu’au {day} {month} {year}") == "4df12a42"

"""Texts that say the same though they are not written the same."""

import unicodedata


def normal(text: str) -> str:
    """A text without what people and programs write differently: width, letter case, blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())

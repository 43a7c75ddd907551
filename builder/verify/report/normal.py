"""Texts without what people and programs write differently."""

import unicodedata


def normal(text: str) -> str:
    """A text without blanks and differences of width."""
    return "".join(unicodedata.normalize("NFKC", text).split())

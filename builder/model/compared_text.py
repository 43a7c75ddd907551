"""Texts as they are compared: without what people and programs write differently."""

import unicodedata


def squeezed(text: str) -> str:
    """A text without blanks."""
    return "".join(text.split())


def reduced(text: str) -> str:
    """A text without blanks and differences of width."""
    return squeezed(unicodedata.normalize("NFKC", text))


def folded(text: str) -> str:
    """A text without differences of width and letter case, its blanks made one."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())

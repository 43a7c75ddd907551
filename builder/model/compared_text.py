"""Texts as they are compared: without what people and programs write differently."""

import re
import unicodedata

from builder.formula.blank import seen, without_hidden

# What parts the sentences of a text that is looked through.
SENTENCE_END = re.compile(r"[。；;!！?？\n]")


def squeezed(text: str) -> str:
    """A text without blanks and all that cannot be seen."""
    return seen(text)


def reduced(text: str) -> str:
    """A text without blanks and differences of width."""
    return squeezed(unicodedata.normalize("NFKC", text))


def folded(text: str) -> str:
    """A text without differences of width and letter case, its blanks made one."""
    return " ".join(without_hidden(unicodedata.normalize("NFKC", text)).casefold().split())

"""A Word file as it came back, before anything is believed of it."""

from collections.abc import Mapping
from dataclasses import field
from pathlib import PurePath

from builder.frozen import frozen


@frozen(slots=True)
class ReturnedParagraph:
    """One paragraph of the body: the name of its style, its text, what is anchored in it.

    The text is as it prints with all changes accepted; ``pictures`` counts drawings and old ones.
    ``unprinted`` is the text that is hidden, on screen and on paper; ``white`` what is written in
    the colour of the paper.
    """

    style: str
    text: str
    bookmarks: tuple[str, ...] = ()
    pictures: int = 0
    unprinted: tuple[str, ...] = ()
    white: tuple[str, ...] = ()


@frozen(slots=True)
class ReturnedTable:
    """One table of the body: the texts of its cells row by row, and those that nobody sees.

    ``unprinted`` and ``white`` are as in a paragraph.
    """

    rows: tuple[tuple[str, ...], ...]
    unprinted: tuple[str, ...] = ()
    white: tuple[str, ...] = ()


Block = ReturnedParagraph | ReturnedTable

# Who signs the comments that the program itself puts into a report.
OWN_AUTHOR = "核验意见"
_ENDINGS = frozenset({".docx", ".docm", ".doc", ".wps"})


def is_document(name: str) -> bool:
    """Whether a file of this name is meant to be a report, not a workbook."""
    return PurePath(name).suffix.lower() in _ENDINGS


@frozen
class ReturnedDocument:
    """The body block by block, the custom properties, and what other people left in it.

    ``pages`` is how many the program that saved the file last says it has.
    """

    blocks: tuple[Block, ...]
    properties: Mapping[str, str] = field(default_factory=dict)
    insertions: int = 0
    deletions: int = 0
    comments: int = 0
    pages: int | None = None

    @property
    def title(self) -> str:
        """What it is headed: the first words in it."""
        words = (
            block.text.strip() for block in self.blocks if isinstance(block, ReturnedParagraph)
        )
        return next(filter(None, words), "")

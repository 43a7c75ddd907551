"""Formats of runs that hide nothing, left out of a table of texts before it is parsed.

LibreOffice and Excel cut every text of two fonts into runs and write out the format of each: two
thirds of the table, in a handful of spellings, and none of it is text. Nor is the word before
every text that its spaces count, which they always do here.
"""

import re
from collections.abc import Iterator
from itertools import chain

# As programs write them. Whatever comes otherwise is left for the parser.
_TEXT, _SPACED_TEXT = b"<t>", b'<t xml:space="preserve">'
_RUN, _BEGIN, _END = b"<r>", b"<r><rPr>", b"</rPr>"
# Well formed by itself and on one line: empty elements, each with at most one plain attribute.
_FORMAT = re.compile(
    rb"(?:<[A-Za-z]+(?: [A-Za-z]+=\"(?:[ !#-%'-9;=-~]|[\xe4-\xe9][\x80-\xbf]{2})*\")?/>)*"
)
# A format that may hide its letters or strike them out stays: one that strikes, is tiny, or has a
# colour that is not plainly dark.
_TELLING = re.compile(
    rb"<strike|<charset val=\"2\"|<rFont val=\"(?i:w|symbol|mt|marlett|book)|<sz val=\"[0-3][.\"]|"
    rb"<color (?!(?:rgb=\"(?:[0-9A-F]{2})?(?:[0-9A-B][0-9A-F]){3}\"|theme=\"1\"|auto=\"1\")/>)"
)
# Programs write fewer than twenty.
_MOST_SPELLINGS = 200
# Within these a format is no format. The XML declaration, which only begins a part, is none.
_OTHER_MARKUP = (b"<!", b"<?")
_DECLARATION = b"<?xml "


def without_formats(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The UTF-8 markup without most formats; none from a comment or the like on.

    What is left is well formed exactly where the whole was, with its lines where they were.
    """
    known: dict[bytes, bool] = {}
    held = next(chunks, b"")
    if held.startswith(_DECLARATION):
        yield _DECLARATION
        held = held.removeprefix(_DECLARATION)
    for chunk in chain(chunks, (b"",)):
        markup = held + chunk
        if any(mark in markup for mark in _OTHER_MARKUP):
            yield markup
            yield from chunks
            return
        # A mark may be cut in two; a format that is cut in two may as well stay.
        held = b"<" if chunk and markup.endswith(b"<") else b""
        yield _abridged(markup.removesuffix(held), known)


def _abridged(markup: bytes, known: dict[bytes, bool]) -> bytes:
    first, *pieces = markup.replace(_SPACED_TEXT, _TEXT).split(_BEGIN)
    kept = [first]
    for piece in pieces:
        spelling, end, rest = piece.partition(_END)
        if len(known) < _MOST_SPELLINGS and spelling not in known:
            plain = _FORMAT.fullmatch(spelling) is not None
            known[spelling] = plain and _TELLING.search(spelling) is None
        kept += (_RUN, rest) if end and known.get(spelling) else (_BEGIN, piece)
    return b"".join(kept)

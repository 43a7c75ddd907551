"""What a table of texts says beside its texts, taken out before it is parsed.

LibreOffice and Excel cut every text of two fonts into runs and write out the format of each: two
thirds of the table, in a handful of spellings, and none of it is text. Nor is the word before
every text that its spaces count, which they always do here.
"""

from collections.abc import Iterator
from itertools import chain
from xml.parsers import expat

# As programs write them. Whatever comes otherwise is left for the parser of the whole part.
_TEXT, _SPACED_TEXT = b"<t>", b'<t xml:space="preserve">'
_RUN = b"<r>"
_BEGIN, _END = b"<rPr>", b"</rPr>"
# Programs write fewer than twenty spellings of below 300 bytes.
_MOST_SPELLINGS = 200
_MOST_BYTES = 1_000
# Within these a format is no format. The XML declaration, which only begins a part, is none.
_OTHER_MARKUP = (b"<!", b"<?")
_DECLARATION = b"<?xml "


def only_texts(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The UTF-8 markup without formats of runs that are well formed by themselves.

    What is left is well formed exactly where the whole was, with its lines where they were: a
    format is taken out only behind the run it begins, and nothing from a comment or the like.
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
        end = _whole_until(markup) if chunk else len(markup)
        yield _abridged(markup[:end], known)
        held = markup[end:]


def _whole_until(markup: bytes) -> int:
    """Where to cut so that no tag and no format, unless it is too long, is cut in two."""
    begun = markup.rfind(_RUN + _BEGIN)
    if begun >= 0 and len(markup) - begun < _MOST_BYTES and markup.find(_END, begun) < 0:
        return begun
    last = markup.rfind(b"<")
    return last if last >= 0 and len(markup) - last < _MOST_BYTES else len(markup)


def _abridged(markup: bytes, known: dict[bytes, bool]) -> bytes:
    first, *pieces = markup.replace(_SPACED_TEXT, _TEXT).split(_BEGIN)
    kept = [first]
    before = first
    for piece in pieces:
        spelling, end, rest = piece.partition(_END)
        if end and before.endswith(_RUN) and _is_whole(spelling, known):
            kept.append(rest)
        else:
            kept += _BEGIN, piece
        before = piece
    return b"".join(kept)


def _is_whole(spelling: bytes, known: dict[bytes, bool]) -> bool:
    """Whether it is only markup, well formed by itself, on one line; judged once."""
    whole = known.get(spelling)
    if whole is None:
        if len(known) == _MOST_SPELLINGS or len(spelling) > _MOST_BYTES:
            return False
        whole = known[spelling] = _is_only_markup(spelling)
    return whole


def _is_only_markup(spelling: bytes) -> bool:
    texts: list[str] = []
    parser = expat.ParserCreate("utf-8", " ")
    parser.CharacterDataHandler = texts.append
    try:
        parser.Parse(_BEGIN + spelling + _END, True)  # noqa: FBT003 - expat takes it by place
    except expat.ExpatError:
        return False
    return not texts and parser.CurrentLineNumber == 1

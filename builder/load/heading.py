"""A heading taken apart: printed number, name, points, and the attributes in braces."""

import re
from decimal import Decimal

from builder.frozen import frozen
from builder.load.attributes import NO_ATTRIBUTES, Attributes, read_attributes
from builder.load.markdown import HeadingBlock
from builder.load.problems import Problems
from builder.load.wording import Scored, amount, plain, split_heading_points
from builder.model.official import Position


@frozen
class Heading:
    """What one heading says; ``code`` is empty where it gives none and its number implies none.

    ``title`` is number and name as printed together.
    """

    level: int
    number: str
    name: str
    title: str
    points: Decimal | None
    code: str
    attributes: Attributes
    position: Position


def read_heading(block: HeadingBlock, problems: Problems, *, reference: bool) -> Heading:
    """The heading; inside reference text neither number nor points are looked for."""
    text, attributes = _split_attributes(block, problems)
    reference = reference or attributes.reference
    scored = Scored(text=text) if reference else split_heading_points(text)
    if scored.unread:
        column = block.text_column + text.rfind(scored.unread)
        where = problems.position(block.line, column)
        problems.add_fatal("QA133", where, actual=scored.unread)
    tell_of_dropped(scored, text, block.line, block.text_column, problems)
    number, rest = ("", text) if reference else _split_number(scored.text)
    return Heading(
        level=block.level,
        number=number,
        name=plain(rest),
        title=plain(scored.text),
        points=scored.points,
        code="" if reference else attributes.code or _implied_code(number),
        attributes=attributes,
        position=problems.position(block.line, block.column),
    )


def tell_of_dropped(scored: Scored, raw: str, line: int, column: int, problems: Problems) -> None:
    """Report the points of a text that begins there which will count for nothing."""
    for written in scored.dropped:
        where = problems.position(line, column + raw.find(written))
        problems.add_fatal("QA177", where, actual=written, expected=amount(written))


def _split_attributes(block: HeadingBlock, problems: Problems) -> tuple[str, Attributes]:
    text = block.text.rstrip()
    match = _BRACES.search(text)
    if match is not None:
        where = problems.position(block.line, block.text_column + match.start())
        attributes = read_attributes(match["inside"], where, problems)
        return text[: match.start()].rstrip(), attributes
    brace = _BRACE.search(text)
    if brace is not None:
        where = problems.position(block.line, block.text_column + brace.start())
        problems.add("QA139", where, actual=text, expected="code=1.2")
    return text, NO_ATTRIBUTES


def _split_number(text: str) -> tuple[str, str]:
    match = _NUMBER.match(text)
    if match is None:
        return "", text
    return "".join(match[0].split()), text[match.end() :].strip()


def _implied_code(number: str) -> str:
    digits = number.rstrip(".．、")
    return digits if _DOTTED.fullmatch(digits) else ""


_BRACES = re.compile(r"\{(?P<inside>[^{}]*)\}$")
_BRACE = re.compile(r"(?<!\\)[{}｛｝]")
_DOTTED = re.compile(r"[0-9]+(?:\.[0-9]+)*")
_NUMBER = re.compile(
    r"""
      (?>[0-9]+(?:\.[0-9]+)+)(?:\s*\.\s*[0-9]++(?![a-zA-Z%％]))*[.．、]?   # 1.1  5.2. 2
    | (?>[0-9]+)(?:\s*\.\s*[0-9]++(?![a-zA-Z%％]))+[.．、]?                # 5. 2. 2
    | (?>[0-9]+)(?![a-zA-Z%％])[.．、]?                                    # 1  1、  4.  but not 5S
    | [A-Z](?:\s*\.\s*[0-9]++)+(?![a-zA-Z%％])                                # A. 1
    | [（(]\s*(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*[)）]                        # （一）
    | [一二三四五六七八九十]{1,3}、
    | -{2,4}|[—―–─－]{1,2}                                                   # ——
    """,
    re.VERBOSE,
)

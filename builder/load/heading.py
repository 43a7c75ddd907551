"""A heading taken apart: printed number, name, points, and the attributes in braces."""

import re
from decimal import Decimal

from builder.frozen import frozen
from builder.load.attributes import NO_ATTRIBUTES, Attributes, read_attributes
from builder.load.escapes import tell_of_idle
from builder.load.join_names import split_weight
from builder.load.markdown import HeadingBlock
from builder.load.problems import Problems
from builder.load.suspects import certain
from builder.load.wording import HALF_WIDTH, Scored, plain, split_heading_points
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
    weight: Decimal | None = None


def read_heading(
    block: HeadingBlock, problems: Problems, *, reference: bool, weighed: bool = False
) -> Heading:
    """The heading; inside reference text neither number nor points are looked for.

    ``weighed`` is whether its percent is a weight, because what is above it is weighted.
    """
    text, attributes = _split_attributes(block, problems)
    reference = reference or attributes.reference
    text, printed = (text, None) if reference else _weight(text, weighed=weighed)
    scored = Scored(text=text) if reference else split_heading_points(text)
    tell_of_points(scored, problems.position(block.line, block.text_column), problems, heading=True)
    if block.lost:
        after = block.text_column + len(block.text)
        problems.add_fatal("QA180", problems.position(block.line, after), actual=block.lost)
    begins = problems.position(block.line, block.text_column)
    tell_of_idle(text, begins, problems, heading=True)
    number, rest = ("", text) if reference else _split_number(scored.text)
    return Heading(
        level=block.level,
        number=number,
        name=plain(rest),
        title=plain(scored.text),
        points=scored.points,
        code="" if reference else attributes.code or implied_code(number),
        attributes=attributes,
        position=problems.position(block.line, block.column),
        weight=printed if attributes.weight is None else attributes.weight,
    )


def tell_of_points(scored: Scored, begins: Position, problems: Problems, *, heading: bool) -> None:
    """Report the points of a text that begins there which would count for nothing."""
    raw = scored.text
    if scored.unread:
        column = begins.column + raw.rfind(scored.unread)
        where = problems.position(begins.line, column)
        problems.add_fatal("QA133", where, actual=scored.unread)
        rewritten = certain(raw, scored.unread, heading=heading)
        if rewritten:
            problems.suggest(begins, raw, rewritten)
    for one in scored.suspects:
        where = problems.position(begins.line, begins.column + one.start)
        # （5分以下） beneath a heading is a range of points, not so many.
        ranged = not heading and _UP_TO.search(one.written) is not None
        expected = f"0～{one.amount}" if ranged else one.amount or "n"
        problems.add_fatal(one.code, where, actual=one.written, expected=expected)
        if one.rewritten:
            problems.suggest(begins, raw, one.rewritten)


def _weight(text: str, *, weighed: bool) -> tuple[str, Decimal | None]:
    """The text without its weight; beside points in one bracket it is one wherever it stands.

    Where nothing weighs it that is told: the points are not to be blamed.
    """
    rest, weight = split_weight(text)
    beside = split_heading_points(rest).points is not None and _BESIDE.search(text) is not None
    return (rest, weight) if weighed or beside else (text, None)


def _split_attributes(block: HeadingBlock, problems: Problems) -> tuple[str, Attributes]:
    text = block.text.rstrip()
    match = _BRACES.search(text)
    if match is not None:
        where = problems.position(block.line, block.text_column + match.start())
        attributes = read_attributes(match["inside"], where, problems)
        return text[: match.start()].rstrip(), attributes
    brace = _BRACE.search(text)
    if brace is None:
        return text, NO_ATTRIBUTES
    where = problems.position(block.line, block.text_column + brace.start())
    problems.add_fatal("QA139", where, actual=text[brace.start() :], expected="code=1.2", hint="")
    wide = _WIDE_BRACES.search(text)
    if wide is not None:
        problems.suggest(where, wide[0], f"{{{wide['inside']}}}")
    # What stands before was meant as the heading; its points are not to be blamed.
    return text[: brace.start()].rstrip(), NO_ATTRIBUTES


def _split_number(text: str) -> tuple[str, str]:
    match = _NUMBER.match(text.translate(HALF_WIDTH))
    if match is None:
        return "", text
    return "".join(text[: match.end()].split()), text[match.end() :].strip()


def attributes_inside(raw: str) -> str:
    """What the braces at the end of a heading's raw text hold, empty where it has none."""
    match = _BRACES.search(raw.rstrip())
    return match["inside"] if match else ""


def implied_code(number: str) -> str:
    """The code that a printed number says by itself, empty where it says none."""
    digits = number.translate(HALF_WIDTH).rstrip(".．、")
    return digits if _DOTTED.fullmatch(digits) else ""


_BRACES = re.compile(r"\{(?P<inside>[^{}]*)\}$")
_WIDE_BRACES = re.compile(r"[{｛](?P<inside>[^{}｛｝]*)[}｝]$")
_UP_TO = re.compile(r"[0-9]\s*分?以[下内]")
_BESIDE = re.compile(r"分\s*[，,；;、]\s*[^（()）]*[）)]$")
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

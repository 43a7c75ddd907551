"""The text of a report as JSON and as lines on the terminal."""

from collections.abc import Iterable, Iterator, Sequence
from unicodedata import east_asian_width

from builder.show.plain import Json
from builder.word.cleaning import CleanedReport
from builder.word.parts import Bounded, Overview
from builder.word.written import WrittenSection

_HEADINGS = ("节", "字数", "目标", "相差")
_NOTHING = "—"


def text_json(section: WrittenSection) -> dict[str, Json]:
    """One section: its indicator, what was written, how many characters, and its share of all."""
    return {
        "code": section.section.code,
        "heading": section.section.heading,
        "found": section.heading is not None,
        "characters": section.characters,
        "share": _share(section) or None,
        "text": section.text,
    }


def _row(one: WrittenSection) -> tuple[str, ...]:
    """A section, its characters, what was aimed at, and how far from it the answer is."""
    if one.heading is None:
        return one.section.heading, "没有这一节", str(_share(one) or _NOTHING), _NOTHING
    return _counted(one.section.heading, one.characters, _share(one))


def _whole(part: Bounded, sections: Iterable[WrittenSection]) -> tuple[str, ...]:
    """A part, all characters in it, its bound, and how far from it they are."""
    in_overview = isinstance(part, Overview)
    own = (one for one in sections if in_overview != bool(one.section.code))
    written = sum(one.characters for one in own)
    return _counted(f"{part.heading}（全部，目标为上限）", written, part.characters)


def _counted(what: str, written: int, aim: int) -> tuple[str, ...]:
    difference = f"{written - aim:+d}" if aim else _NOTHING
    return what, str(written), str(aim or _NOTHING), difference


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The rows in columns, numbers to the right; a Chinese character is two letters wide."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for first, *others in rows:
        cells = [f"{first}{' ' * (widths[0] - _width(first))}"]
        cells += [
            f"{' ' * (width - _width(cell))}{cell}"
            for cell, width in zip(others, widths[1:], strict=True)
        ]
        yield "  ".join(cells)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WFA" else 1 for letter in text)


def cleaning_lines(made: CleanedReport) -> Iterator[str]:
    """What was left out of a copy without guidance."""
    if not made.removed:
        yield "未找到下发时的指导文字，副本与原件相同。"
        return
    yield "没有写进副本的指导文字："
    for what, count in made.removed:
        yield f"  {what}　{count} 处"


def _share(section: WrittenSection) -> int:
    answer = section.section.answer
    return 0 if answer is None else answer.characters or 0


def text_lines(
    sections: Iterable[WrittenSection], bounded: Iterable[Bounded] = ()
) -> Iterator[str]:
    """A table of all sections, every one that takes an answer, and the sum of all characters.

    ``bounded`` are the parts whose bounds the table closes with.
    """
    told = [one for one in sections if one.section.answer is not None or one.characters]
    wholes = (_whole(part, told) for part in bounded)
    yield from _table([_HEADINGS, *map(_row, told), *wholes])
    yield ""
    total = 0
    for one in told:
        total += one.characters
        state = f"{one.characters} 字" if one.heading is not None else "没有这一节"
        share = _share(one)
        state += f"（按分值分摊 {share} 字）" if share else ""
        yield f"【{one.section.heading}】{state}"
        yield from (f"  {line}" for line in one.text.splitlines())
    yield f"合计 {total} 字（含自己加的表格，不计空白）。"

"""The text of a report as JSON and as lines on the terminal."""

from collections.abc import Iterable, Iterator

from builder.show.plain import Json
from builder.word.written import WrittenSection


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


def _share(section: WrittenSection) -> int:
    answer = section.section.answer
    return 0 if answer is None else answer.characters or 0


def text_lines(sections: Iterable[WrittenSection]) -> Iterator[str]:
    """Every section that takes an answer, and the sum of all characters."""
    total = 0
    for one in sections:
        if one.section.answer is None and not one.characters:
            continue
        total += one.characters
        state = f"{one.characters} 字" if one.heading is not None else "没有这一节"
        share = _share(one)
        state += f"（按分值分摊 {share} 字）" if share else ""
        yield f"【{one.section.heading}】{state}"
        yield from (f"  {line}" for line in one.text.splitlines())
    yield f"合计 {total} 字（含自己加的表格，不计空白）。"

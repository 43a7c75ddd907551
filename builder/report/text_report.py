"""The text of a report as JSON and as lines on the terminal."""

from collections.abc import Iterable, Iterator

from builder.plan.document.written import Written
from builder.report.plain import Json


def text_json(section: Written) -> dict[str, Json]:
    """One section: its indicator, what was written, and how many characters, blanks left out."""
    return {
        "code": section.section.code,
        "heading": section.section.heading,
        "found": section.heading is not None,
        "characters": section.characters,
        "text": section.text,
    }


def text_lines(sections: Iterable[Written]) -> Iterator[str]:
    """Every section that takes an answer, and the sum of all characters."""
    total = 0
    for one in sections:
        if one.section.answer is None and not one.characters:
            continue
        total += one.characters
        state = f"{one.characters} 字" if one.heading is not None else "没有这一节"
        yield f"【{one.section.heading}】{state}"
        yield from (f"  {line}" for line in one.text.splitlines())
    yield f"合计 {total} 字（不计空白和表格）。"

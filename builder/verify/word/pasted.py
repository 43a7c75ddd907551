"""Paragraphs that stand as the answer of several sections."""

import re
from collections.abc import Collection, Iterator

from builder.findings.finding import Finding
from builder.model.compared_text import reduced
from builder.verify.word.figure_numbers import title_of
from builder.verify.word.returned import ReturnedReport, place_of
from builder.word.written import WrittenSection

# So long a paragraph nobody writes twice; a note under a table may well be.
_SHORTEST = 40
_NOTE = re.compile(
    r"[(【\[]?(?:备?注|说明|(?:数据|资料)?来源|单位|统计口径)(?:[0-9一二三]{1,2})?[:：]"
)
_QUOTED = 20


def check_pasted(report: ReturnedReport, nothing: Collection[str], path: str) -> Iterator[Finding]:
    """One hint for all paragraphs that are the same in several sections, with the first of them.

    ``nothing`` are the bookmarks of sections of which it is told that they say nothing.
    """
    if report.plan.accept_unusual:
        return
    first: dict[str, WrittenSection] = {}
    again: dict[str, tuple[WrittenSection, WrittenSection, str]] = {}
    for one in (each for each in report.sections if each.section.bookmark not in nothing):
        for line in one.text.split("\n"):
            said = reduced(line)
            if len(said) >= _SHORTEST and not _NOTE.match(said) and not title_of(line):
                before = first.setdefault(said, one)
                if before is not one:
                    again.setdefault(said, (before, one, line.strip()))
    if again:
        before, one, line = next(iter(again.values()))
        yield Finding.at(
            "QA576",
            place_of(one, path),
            actual=str(len(again)),
            heading=before.section.heading,
            other=one.section.heading,
            said=line[:_QUOTED],
        )

"""Marks of what was still to be written, left in what was."""

import re
from collections.abc import Iterable, Iterator

from builder.findings.finding import Finding
from builder.verify.word.returned import place_of
from builder.word.written import WrittenSection

_OPEN, _INSIDE, _SHUT = "[（(【\\[]", "[^）)】\\]]", "[）)】\\]]"
# A name to be put in, a question to oneself, a note in brackets to whoever goes on.
_MARK = re.compile(
    "(?:[xXＸ×]{2,}|某某)(?:公司|企业|集团|单位|股份|有限)|[?？]{3,}|_{4,}"
    f"|{_OPEN}{_INSIDE}{{0,12}}(?:待补|待填|待核|待定|(?<![有亟])待完善|此处)"
    f"{_INSIDE}{{0,12}}{_SHUT}"
    f"|{_OPEN}请{_INSIDE}{{0,10}}(?:补充|审阅|核实|填写|确认){_INSIDE}{{0,10}}{_SHUT}"
)


def check_unfinished(sections: Iterable[WrittenSection], path: str) -> Iterator[Finding]:
    """One hint for all such marks of a report, with the first of them."""
    found = [(one, mark[0]) for one in sections for mark in _MARK.finditer(one.text)]
    if found:
        first, said = found[0]
        yield Finding.at(
            "QA573",
            place_of(first, path),
            actual=str(len(found)),
            heading=first.section.heading,
            said=said,
        )

"""What a scheme or an office settles about the Word report, in its file."""

from collections.abc import Callable
from dataclasses import replace

from builder.load.fields import Fields, Grammar, Key, Spot
from builder.load.values import (
    code,
    list_of,
    number,
    one_of,
    text,
    text_within,
    texts_within,
    turned,
    whole,
)
from builder.model.report_terms import CHINESE_SIZES, LINE_SPACINGS, ReportPart, ReportTerms

_LONGEST_TITLE = 20
_MOST_CHARACTERS = 999_999


def _parts(spot: Spot) -> tuple[ReportPart, ...]:
    """The parts in the order of the report, whatever order they are named in."""
    words = list_of(text, filled=True)(spot)
    known = tuple(ReportPart)
    for word in words:
        if word not in known:
            spot.refuse("QA120", actual=word, expected="、".join(known), hint="")
    return tuple(part for part in ReportPart if part in words)


def _different(most: int, longest: int) -> Callable[[Spot], tuple[str, ...]]:
    """A list of so many texts at most, of so many characters each, none of them twice."""
    read_texts = texts_within(most, longest, "项")

    def read(spot: Spot) -> tuple[str, ...]:
        found = read_texts(spot)
        if len(set(found)) < len(found):
            spot.refuse("QA198")
        return found

    return read


def _filled(fields: Fields) -> bool:
    """Whether there are terms, of one outline at most."""
    if not fields.nodes:
        fields.problems.add("QA121", fields.position, key="report")
    if fields.nodes.keys() >= {"overview", "overview_of"}:
        fields.refuse("QA176", "overview_of")
    return bool(fields.nodes)


_multiple = turned(number, lambda found: f"{found.normalize():f}")
OFFICE_TERMS = Grammar(
    kind=ReportTerms,
    keys=(
        Key(name="parts", read=_parts),
        Key(name="cover", read=_different(8, 30)),
        Key(name="pledge", read=_different(12, 500)),
        Key(name="signatures", read=_different(6, 30)),
        Key(name="characters", read=whole(_MOST_CHARACTERS)),
        Key(name="overview_title", read=text_within(_LONGEST_TITLE)),
        Key(name="overview", read=_different(20, 60)),
        Key(name="overview_characters", read=whole(_MOST_CHARACTERS)),
        Key(name="recommenders", read=_different(6, 40)),
        Key(name="body_font", read=text_within(_LONGEST_TITLE)),
        Key(name="body_size", read=one_of(CHINESE_SIZES)),
        Key(name="line_spacing", read=one_of(LINE_SPACINGS, _multiple, near=False)),
    ),
    check=_filled,
)
# Only a scheme knows its own indicators.
SCHEME_TERMS = replace(OFFICE_TERMS, keys=(*OFFICE_TERMS.keys, Key(name="overview_of", read=code)))

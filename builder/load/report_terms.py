"""What a scheme or an office settles about the Word report, in its file."""

from collections.abc import Callable
from dataclasses import replace

from builder.load.fields import Fields, Grammar, Spot
from builder.load.shapes import Shaped, shape_of
from builder.load.values import (
    code,
    list_of,
    number,
    one_of,
    text_within,
    texts_within,
    turned,
    whole,
)
from builder.model.report_terms import CHINESE_SIZES, LINE_SPACINGS, ReportPart, ReportTerms

_LONGEST_TITLE = 20
_MOST_CHARACTERS = 999_999


_listed_parts = list_of(one_of(ReportPart, near=False), filled=True)


def _parts(spot: Spot) -> tuple[ReportPart, ...]:
    """The parts in the order of the report, whatever order they are named in."""
    named = _listed_parts(spot)
    return tuple(part for part in ReportPart if part in named)


def _different(most: int, longest: int) -> Callable[[Spot], tuple[str, ...]]:
    """A list of so many texts at most, of so many characters each, none of them twice."""
    read_texts = texts_within(most, longest, "项")

    def read(spot: Spot) -> tuple[str, ...]:
        found = read_texts(spot)
        if len(set(found)) < len(found):
            spot.refuse("QA198")
        return found

    return Shaped(read=read, shape=shape_of(read_texts))


def _filled(fields: Fields) -> bool:
    """Whether there are terms, of one outline at most."""
    if not fields.nodes:
        fields.problems.add("QA121", fields.position, key=fields.problems.called("report"))
    if fields.nodes.keys() >= {"overview", "overview_of"}:
        fields.refuse("QA176", "overview_of")
    return bool(fields.nodes)


_multiple = turned(number, lambda found: f"{found.normalize():f}")
OFFICE_TERMS = Grammar(
    kind=ReportTerms,
    keys={
        "parts": Shaped(read=_parts, shape=shape_of(_listed_parts)),
        "cover": _different(8, 30),
        "pledge": _different(12, 500),
        "signatures": _different(6, 30),
        "characters": whole(_MOST_CHARACTERS),
        "overview_title": text_within(_LONGEST_TITLE),
        "overview": _different(20, 60),
        "overview_characters": whole(_MOST_CHARACTERS),
        "recommenders": _different(6, 40),
        "body_font": text_within(_LONGEST_TITLE),
        "body_size": one_of(CHINESE_SIZES),
        "line_spacing": one_of(LINE_SPACINGS, _multiple, near=False),
    },
    check=_filled,
)
# Only a scheme knows its own indicators.
SCHEME_TERMS = replace(OFFICE_TERMS, keys={**OFFICE_TERMS.keys, "overview_of": code})

"""概述: who the applicant is, told before the indicators."""

from builder.kit.printed_text import printed_marks
from builder.model.official import Criterion, Indicator
from builder.model.report_terms import ReportTerms
from builder.model.scheme import Scheme
from builder.word import bookmarks, words
from builder.word.parts import AnswerPlace, CriterionLine, DocumentSection, Overview

# What ends the name of a criterion that goes on to explain itself.
_COLONS = "：:"


def plan_overview(
    scheme: Scheme, terms: ReportTerms, bound: str, voice: words.Voice = words.ORGANISATION
) -> Overview:
    """The headings of the terms, or the criteria of the indicator that asks for the overview.

    ``bound`` is the sentence about its length.
    """
    node = next((each for each in scheme.walk if each.code == terms.overview_of), None)
    if node is None or not node.criteria:
        outline: Outline = tuple((heading, ()) for heading in terms.overview)
        lines: tuple[str, ...] = (bound,)
    else:
        outline, lines = _of_indicator(node)
        lines = (bound, *lines)
    return Overview(
        bookmark=bookmarks.OVERVIEW,
        heading=terms.overview_title,
        lines=lines,
        characters=terms.overview_characters or 0,
        sections=tuple(
            DocumentSection(
                code="",
                bookmark=f"{bookmarks.OVERVIEW}_{place}",
                level=1,
                heading=heading,
                criteria=criteria,
                answer=AnswerPlace(prompts=voice.overview, placeholder=words.PLACEHOLDER),
            )
            for place, (heading, criteria) in enumerate(outline, start=1)
        ),
    )


Outline = tuple[tuple[str, tuple[CriterionLine, ...]], ...]


def _of_indicator(node: Indicator) -> tuple[Outline, tuple[str, ...]]:
    """Headings from the labelled criteria, and what the notice says before them."""
    named = tuple(item for item in node.criteria if item.label and _name(item))
    said = (node.label, *(item.printed for item in node.criteria if item not in named))
    return tuple(
        (_name(item), (CriterionLine(text=item.printed, marks=printed_marks(item)),))
        for item in named
    ), said


def _name(item: Criterion) -> str:
    """Label and name of a criterion that has a name before its colon; empty for others."""
    ends = [item.text.index(colon) for colon in _COLONS if colon in item.text]
    return f"{item.label} {item.text[: min(ends)]}" if ends else ""

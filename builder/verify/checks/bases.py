"""Clauses whose percents are the basis of an item's."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.formula.value import ErrorValue
from builder.kit.kit_plan import ScoredPlan
from builder.kit.status import BLANK, OFF_BAND
from builder.verify.held import Held
from builder.verify.score_states import IN_BAND, SCORE_CODES, percent_text
from builder.verify.unlisted_bands import misfit, unlisted_band


def check_bases(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """Clauses whose percent does not lie in the band beside it, or is missing where weighed."""
    for basis in held.plan.bases:
        state = held.value(basis.status)
        word = OFF_BAND if isinstance(state, ErrorValue) else str(state)
        told = word == BLANK and held.alignment.returned(basis.percent).formula is not None
        if word in (OFF_BAND, BLANK) and not told and held.holds(basis.percent):
            yield unlisted_band(held, basis.percent, basis.label) or held.finding(
                SCORE_CODES[word],
                basis.percent,
                indicator=basis.code,
                expected=IN_BAND,
                actual=percent_text(held.value(basis.percent)),
                label=basis.label,
                wanted=IN_BAND,
                misfit=misfit(held, basis.percent),
            )

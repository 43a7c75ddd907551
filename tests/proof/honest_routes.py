"""All routes by which an honest workbook comes back, and the hints that some of them earn."""

from collections.abc import Mapping

from builder.model.verdict import Status, Verdict
from tests.proof.honest_answers import TYPED
from tests.proof.honest_hands import HANDS
from tests.proof.honest_looks import LOOKS, Route
from tests.proof.honest_saves import SAVES

BOOK_ROUTES: Mapping[str, Route] = {**LOOKS, **SAVES, **HANDS, **TYPED}
# Where a person could act: calculate, protect again, look whether all is printed.
HINTED: Mapping[str, str] = {
    "openpyxl": "QA601",
    "Google Sheets": "QA431",
    "not protected": "QA431",
    "own sheet": "QA409",
    "own sheet that is hidden": "QA409",
    "own sheet that calculates": "QA409",
    "a person's own names": "QA437",
    "print area": "QA437",
}


def is_blameless(route: str, verdict: Verdict) -> bool:
    """Whether nothing was told of a file that came by a route, its hint aside."""
    codes = {finding.code for finding in verdict.findings}
    return verdict.status is Status.CLEAN and codes <= {HINTED.get(route, "")}

"""How far indicators are proved is asked of those that are given points, and of no others."""

from decimal import Decimal

from builder.book.evaluation import Evaluation
from builder.model.evidence_files import EvidenceFile
from builder.model.verdict import EvidenceState
from builder.verify.evidence_match import Matched, evidence_states
from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case

CHOSEN = case(PENGJIANG, 0)


class Nothing:
    """No file was handed in."""

    files: tuple[EvidenceFile, ...] = ()

    def digest(self, file: EvidenceFile) -> str | None:
        """Nobody asks for the content of a file that is not there."""
        raise AssertionError(file)


def states(score: Decimal) -> dict[str, EvidenceState]:
    exact = Evaluation(CHOSEN.plan, {**CHOSEN.answers, CHOSEN.score.name: score})
    return evidence_states(CHOSEN.plan, exact, Matched(handed_in=Nothing(), own=None, rows=()))


def test_an_indicator_with_points_and_without_evidence_misses_it() -> None:
    assert states(Decimal("0.5"))[CHOSEN.leaf.code] is EvidenceState.MISSING


def test_an_indicator_without_points_is_not_asked_about() -> None:
    assert CHOSEN.leaf.code not in states(Decimal(0))

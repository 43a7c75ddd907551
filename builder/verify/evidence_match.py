"""Which of the files handed in each row of the evidence table means."""

from collections.abc import Mapping
from decimal import Decimal

from builder.book.evaluation import Evaluation
from builder.frozen import frozen
from builder.kit.kit_plan import EvidenceRowPlan, KitPlan
from builder.kit.status import COUNTED_EVIDENCE
from builder.model.evidence_files import EvidenceFile, EvidenceFiles, HandedInEvidence
from builder.model.verdict import EvidenceState
from builder.verify.evidence_names import Found, OwnFile, Shelf, applicant_files
from builder.verify.quoting import shown


@frozen
class MatchedRow:
    """A valid row of evidence and what was found under the names in it.

    ``by_name`` says that no file was entered, so that its full name was looked for.
    """

    row: EvidenceRowPlan
    found: tuple[Found, ...]
    by_name: bool

    @property
    def seen(self) -> bool:
        """Whether there is a file for it that is not empty."""
        return any(one.files and one.files[0].file.size for one in self.found)


@frozen
class Matched:
    """The files of an applicant, ``None`` where none are its own, and the rows that name them."""

    handed_in: EvidenceFiles
    own: tuple[OwnFile, ...] | None
    rows: tuple[MatchedRow, ...]

    @property
    def used(self) -> Mapping[EvidenceFile, EvidenceRowPlan]:
        """Every file that a row names, with the first such row."""
        used: dict[EvidenceFile, EvidenceRowPlan] = {}
        for one in self.rows:
            for found in one.found:
                for own in found.files:
                    used.setdefault(own.file, one.row)
        return used


def match_files(
    plan: KitPlan,
    exact: Evaluation,
    evidence: HandedInEvidence,
    names: tuple[str, ...],
    folder: str = "",
) -> Matched:
    """Every valid row of evidence with the files it names; ``names`` are the applicant's.

    ``folder`` is where its workbook lies among the evidence, if it does.
    """
    own = applicant_files(evidence.handed_in.files, names, alone=evidence.alone, folder=folder)
    shelf = Shelf(own or ())
    return Matched(
        handed_in=evidence.handed_in,
        own=own,
        rows=tuple(
            _match(row, exact, shelf)
            for row in plan.evidence
            if exact.value(row.status) in COUNTED_EVIDENCE
        ),
    )


def _match(row: EvidenceRowPlan, exact: Evaluation, shelf: Shelf) -> MatchedRow:
    typed = exact.value(row.file)
    words = "" if typed is None else shown(typed)
    if words.strip():
        return MatchedRow(row=row, found=tuple(shelf.find(words)), by_name=False)
    # A piece may be entered by its full name alone.
    found = (one for one in shelf.find(shown(exact.value(row.name))) if one.files)
    return MatchedRow(row=row, found=tuple(found), by_name=True)


def evidence_states(plan: KitPlan, exact: Evaluation, matched: Matched) -> dict[str, EvidenceState]:
    """How far each indicator that is given points is proved."""
    labels: dict[str, EvidenceState] = {}
    for one in matched.rows:
        state = EvidenceState.FOUND if one.seen else EvidenceState.LISTED
        for cell in one.row.indicators:
            label = str(exact.value(cell)).casefold()
            if labels.get(label) is not EvidenceState.FOUND:
                labels[label] = state
    return {
        leaf.code: labels.get(leaf.label.casefold(), EvidenceState.MISSING)
        for leaf in plan.leaves
        if exact.points(leaf.counted) > Decimal(0)
    }

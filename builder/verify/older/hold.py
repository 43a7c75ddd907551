"""A workbook of an older layout held against the plan of the present one."""

from dataclasses import replace

from builder.kit.kit_plan import KitPlan
from builder.kit.older_layouts import OlderWorkbook
from builder.model.evidence_files import HandedInEvidence
from builder.model.returned import ReturnedWorkbook
from builder.verify.held import Held, held_so, hold_kit, with_evidence
from builder.verify.older.alignment import older_alignment
from builder.verify.older.places import older_places
from builder.verify.pristine import Pristine


def hold_of_layout(
    pristine: Pristine[KitPlan],
    workbook: ReturnedWorkbook,
    path: str,
    older: OlderWorkbook | None,
    evidence: HandedInEvidence | None = None,
) -> Held[KitPlan]:
    """An applicant's workbook of the present layout, or of an ``older`` one, against its plan."""
    if older is None:
        return hold_kit(pristine, workbook, path, evidence)
    places = older_places(pristine, workbook, older)
    alignment = older_alignment(pristine, workbook, places)
    held = held_so(pristine, workbook, path, alignment)
    return with_evidence(replace(held, older=older), evidence)

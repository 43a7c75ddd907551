"""The plans of a panel's workbooks, rebuilt from the office's record whenever they are needed."""

from dataclasses import replace

from builder.findings.finding import Finding, Place
from builder.kit.kit_plan import ScoredPlan
from builder.model.office import Office
from builder.model.panel.material import Material
from builder.model.panel.record import Merged
from builder.model.panel.task import PanelTask, Seat
from builder.model.scheme import Scheme
from builder.panel.consensus.columns import ConsensusColumns
from builder.panel.consensus.consensus_book import (
    ConsensusPlan,
    consensus_columns,
    plan_consensus,
)
from builder.panel.review.review_book import plan_review
from builder.panel.site_book import plan_site_visit
from builder.pipeline.verify import Verifier


class UnknownKitError(Exception):
    """The scheme an applicant's workbook was made from is not at hand any more."""

    def finding(self, path: str, applicant: str) -> Finding:
        """What is said of the file that needs it."""
        return Finding.at("QA956", path, actual=str(self), applicant=applicant)


def kit_of(material: Material, verifier: Verifier) -> tuple[Scheme, Office]:
    """The resolved scheme and the settings of an applicant; raises ``UnknownKitError``."""
    origin = verifier.origin(material.identity, material.settings, Place(path=material.file))
    if origin.kit is None or origin.kit.fingerprint != material.identity.fingerprint:
        raise UnknownKitError(material.identity.joined)
    return origin.kit, origin.office


def _for_reviewers(material: Material, verifier: Verifier) -> tuple[Scheme, Office]:
    """The same without the office's own list of fields, for which a panel has no use."""
    scheme, office = kit_of(material, verifier)
    return scheme, replace(office, fields=(), more_fields=())


def review_plan(task: PanelTask, seat: Seat, verifier: Verifier) -> ScoredPlan:
    """The workbook of one seat as it was handed out."""
    material = task.applicant(seat.applicant)
    scheme, plain = _for_reviewers(material, verifier)
    return plan_review(scheme, plain, material, seat.reviewer, seat_task(task, seat))


def seat_task(task: PanelTask, seat: Seat) -> str:
    """What a review file says of its place in the panel: blind or not, the round, the seat."""
    return f"{review_kind(blind=task.blind)}/{task.run}/{seat.name}"


def review_kind(*, blind: bool) -> str:
    """The word by which a review says whether its applicant was hidden."""
    return "blind" if blind else "review"


def site_plan(task: PanelTask, seat: Seat, verifier: Verifier) -> ScoredPlan:
    """The workbook of one seat for the site as it was handed out."""
    material = task.applicant(seat.applicant)
    scheme, plain = _for_reviewers(material, verifier)
    return plan_site_visit(scheme, plain, material, seat.reviewer, site_task(task, seat))


def site_task(task: PanelTask, seat: Seat) -> str:
    """What a file for the site says of its place in the panel."""
    return f"site/{task.run}/{seat.name}"


def consensus(merged: Merged, applicant: str, verifier: Verifier) -> ConsensusPlan:
    """The consensus workbook of one applicant as it was handed out, and what it held then."""
    task = merged.task
    material = task.applicant(applicant)
    scheme, plain = _for_reviewers(material, verifier)
    opinions = merged.counted(applicant)
    roles = tuple(task.reviewer(one.reviewer).role for one in opinions)
    place = f"consensus/{task.run}/{applicant}"
    again = merged.again(applicant)
    visits = [(one, task.reviewer(one.examiner).role) for one in merged.visited(applicant)]
    return plan_consensus(
        scheme, plain, material, opinions, roles, merged.rules, place, again, visits
    )


def consensus_plan(merged: Merged, applicant: str, verifier: Verifier) -> ScoredPlan:
    """The consensus workbook of one applicant as it was handed out."""
    return consensus(merged, applicant, verifier).book


def columns_of(merged: Merged, applicant: str, verifier: Verifier) -> ConsensusColumns:
    """Where the columns of that workbook stand."""
    material = merged.task.applicant(applicant)
    scheme, _ = kit_of(material, verifier)
    return consensus_columns(scheme, material, merged.of(applicant), merged.rules)

"""Who is still there after the stages that were held, and with which total."""

from decimal import Decimal

from builder.model.panel.record import PanelRecord
from builder.model.panel.stages import StageKind
from builder.panel.results.order import gate_of


def standing(record: PanelRecord, applicant: str) -> Decimal:
    """The total of an applicant: with its defence, where that was held."""
    if record.defence is not None:
        for one in record.defence.outcomes:
            if one.applicant == applicant:
                return one.total
    return record.outcome(applicant).total


def group_words(record: PanelRecord, applicant: str) -> str:
    """What people call the group of an applicant, empty where all are one group."""
    outcome = record.outcome(applicant)
    pairs = outcome.kit.partition("　")[2].split("；")
    options = "、".join(pair.partition("=")[2] for pair in pairs if pair)
    return "　".join(filter(None, (options, outcome.category)))


def going_on(record: PanelRecord, kind: StageKind) -> tuple[str, ...]:
    """The applicants that a stage is about: those whom the stage before lets go on."""
    if kind is StageKind.VOTE and record.defence is not None:
        return tuple(one.applicant for one in record.defence.outcomes if one.goes_on)
    rules = record.merged.rules
    return tuple(
        one.applicant
        for one in record.outcomes
        if not one.out and gate_of(one, rules).lets(one.place, one.total)
    )


def winners(record: PanelRecord) -> tuple[str, ...]:
    """The applicants that the last declared stage chose, the first place first."""
    if record.vote is not None:
        return tuple(one.applicant for one in record.vote.outcomes if one.chosen)
    return going_on(record, StageKind.VOTE)

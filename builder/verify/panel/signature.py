"""Who signed a workbook of a panel, and whether it is he to whom it was handed out."""

from collections.abc import Iterable, Iterator

from builder.findings.finding import Finding
from builder.kit.kit_plan import ScoredPlan
from builder.model.firm_names import plain
from builder.model.panel.task import Reviewer
from builder.model.stand_ins import is_stand_in
from builder.verify.held import Held


def signature(held: Held[ScoredPlan], name: str) -> str:
    """The name in an input; empty where nothing stands there or only a word for a name."""
    said = held.typed(name)
    return "" if is_stand_in(said) else said


def of_another(
    signed: str, own: Reviewer, people: Iterable[Reviewer], file: str, seat: str
) -> Iterator[Finding]:
    """A finding where another of the ``people`` signed alone in place of his ``own``."""
    said = plain(signed)
    if plain(own.name) not in said and any(plain(one.name) in said for one in people):
        yield Finding.at("QA1119", file, actual=signed, reviewer=own.name, seat=seat)

"""An office's rules for joining its reviewers' scores: small YAML, read strictly."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.load.fields import Fields, Grammar, LoadedFile, Spot, load_file
from builder.load.shapes import Shaped, listed, recorded
from builder.load.stage_rules import CATEGORY, DEFENCE, GATE, PUBLICITY, VOTE
from builder.load.values import (
    code,
    list_of,
    number,
    percent,
    record,
    records,
    text,
    whole,
    word_of,
)
from builder.model.panel.join import Join, Standard
from builder.model.panel.rules import Feedback, OwnScores, PanelRules


def given_rules(path: Path | None) -> PanelRules | tuple[Finding, ...]:
    """The rules of a file, the usual ones without one, or why they cannot be used."""
    if path is None:
        return PanelRules()
    loaded = load_panel_rules(path)
    return loaded.findings if loaded.said is None else loaded.said


def load_panel_rules(path: Path) -> LoadedFile[PanelRules]:
    """The rules in a file; any finding means that they are not used."""
    return load_file(path, RULES, "QA931")


def _fitting(fields: Fields) -> bool:
    """Whether both stages are weighed and come to the whole, and weights go with their rule."""
    said = fields.values
    stages = [said[key] for key in ("material", "site") if key in said]
    if fields.read("material", "site") and stages and (len(stages), sum(stages)) != (2, 1):
        fields.refuse("QA932", "site" if "site" in said else "material")
    _once(fields, "weights", ("".join(role.split()) for role, _ in said.get("weights") or ()))
    _once(fields, "categories", (one.category for one in said.get("categories") or ()))
    _once(fields, "tie_break", said.get("tie_break") or ())
    if said.get("shortlist") is not None and not fields.has("site"):
        fields.refuse("QA1141", "shortlist")
    weighs = said.get("join") is Join.WEIGHTED
    if fields.read("join", "weights") and weighs != bool(said.get("weights")):
        fields.refuse("QA933", "join" if weighs else "weights")
    return True


def _once(fields: Fields, key: str, names: Iterable[str]) -> None:
    """Report each name that a list has more than once."""
    for name, times in Counter(names).items():
        if times > 1:
            fields.problems.add("QA114", fields.place(key), actual=name)


def _read_weights(spot: Spot) -> tuple[tuple[str, Decimal], ...] | None:
    told = len(spot.problems.found)
    read = tuple((one.role, one.weight) for one in records(WEIGHT)(spot))
    return read if len(spot.problems.found) == told else None


@frozen
class _RoleWeight:
    """What the scores of a role weigh."""

    role: str
    weight: Decimal


WEIGHT = Grammar(kind=_RoleWeight, keys={"role": text, "weight": number})
_weights = Shaped(read=_read_weights, shape=listed(recorded(WEIGHT)))
RULES = Grammar(
    kind=PanelRules,
    keys={
        "join": word_of(Join),
        "weights": _weights,
        "decimals": whole(4, zero=True),
        "spread": percent,
        "material": percent,
        "site": percent,
        "line": number,
        "places": whole(999),
        "least": whole(99),
        "most": whole(999),
        "own_scores": word_of(OwnScores),
        "feedback": word_of(Feedback),
        "feedback_pages": whole(99),
        "tie_break": list_of(code, filled=True),
        "standard": word_of(Standard),
        "shortlist": record(GATE),
        "categories": records(CATEGORY),
        "defence": record(DEFENCE),
        "vote": record(VOTE),
        "publicity": record(PUBLICITY),
    },
    check=_fitting,
)

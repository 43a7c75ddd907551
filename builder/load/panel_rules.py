"""An office's rules for joining its reviewers' scores: small YAML, read strictly."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from builder.findings.finding import Finding
from builder.load.fields import Fields, Grammar, Key, Spot, read_settings
from builder.load.problems import Problems
from builder.load.source import read_source
from builder.load.values import code, list_of, number, percent, records, text, whole, word_of
from builder.model.panel.rules import Join, PanelRules


@dataclass(frozen=True, kw_only=True)
class LoadedRules:
    """The rules, where they are sound, and everything found."""

    rules: PanelRules | None
    findings: tuple[Finding, ...]


def load_panel_rules(path: Path) -> LoadedRules:
    """The rules in a file; any finding means that they are not used."""
    source = read_source(path, unreached="QA931")
    if isinstance(source, Finding):
        return LoadedRules(rules=None, findings=(source,))
    problems = Problems(path=source.path)
    rules = read_settings(source, RULES, problems)
    return LoadedRules(rules=None if problems.found else rules, findings=problems.sorted)


def _fitting(fields: Fields) -> bool:
    """Whether both stages are weighed and come to the whole, and weights go with their rule."""
    said = fields.values
    material, site = said.get("material"), said.get("site")
    if (material is None) != (site is None) or (
        material is not None and site is not None and material + site != 1
    ):
        fields.refuse("QA932", "site" if site is not None else "material")
    weights = said.get("weights")
    roles = ["".join(role.split()) for role, _ in weights or ()]
    for role in dict.fromkeys(role for role in roles if roles.count(role) > 1):
        fields.problems.add("QA114", fields.place("weights"), actual=role)
    if (said.get("join") is Join.WEIGHTED) != bool(weights):
        fields.refuse("QA933", "weights" if weights else "join")
    return True


def _weights(spot: Spot) -> tuple[tuple[str, Decimal], ...]:
    return tuple((one.role, one.weight) for one in records(WEIGHT)(spot))


@dataclass(frozen=True, kw_only=True)
class _RoleWeight:
    """What the scores of a role weigh."""

    role: str
    weight: Decimal


WEIGHT = Grammar(
    kind=_RoleWeight,
    keys=(Key(name="role", read=text), Key(name="weight", read=number)),
)
RULES = Grammar(
    kind=PanelRules,
    keys=(
        Key(name="join", read=word_of(Join)),
        Key(name="weights", read=_weights),
        Key(name="decimals", read=whole(4, zero=True)),
        Key(name="spread", read=percent),
        Key(name="material", read=percent),
        Key(name="site", read=percent),
        Key(name="line", read=number),
        Key(name="places", read=whole(999)),
        Key(name="tie_break", read=list_of(code, filled=True)),
    ),
    check=_fitting,
)

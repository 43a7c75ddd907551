"""An office's rules for joining its reviewers' scores: small YAML, read strictly."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from builder.findings.finding import Finding
from builder.load.attributes import is_code
from builder.load.entries import read_entries
from builder.load.fields import Fields, Keys, open_fields
from builder.load.front_matter import check_cut_off
from builder.load.problems import Problems
from builder.load.source import read_source, without_forbidden
from builder.load.yaml_nodes import compose_mapping
from builder.model.panel.rules import Join, PanelRules

RULE_KEYS = Keys(
    required=(),
    optional=(
        *("join", "weights", "decimals", "spread", "material", "site"),
        *("line", "places", "tie_break"),
    ),
)
WEIGHT_KEYS = Keys(required=("role", "weight"))
_MOST_DECIMALS = 4
_MOST_PLACES = 999


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
    clean = without_forbidden(source, problems)
    node = compose_mapping(clean.text, problems)
    rules = None
    if node is not None:
        check_cut_off(node, clean, problems)
        head = open_fields(node, "---", RULE_KEYS, problems)
        rules = None if head is None else _read(head)
    return LoadedRules(rules=None if problems.found else rules, findings=problems.sorted)


def _read(head: Fields) -> PanelRules:
    usual = PanelRules()
    word = head.one_of("join", tuple(join.value for join in Join))
    material, site = head.percent("material"), head.percent("site")
    if (material is None) != (site is None) or (
        material is not None and site is not None and material + site != 1
    ):
        head.problems.add("QA932", head.place("site" if site is not None else "material"))
    join = usual.join if word is None else Join(word)
    weights = read_entries(head, "weights", WEIGHT_KEYS, _read_weight)
    roles = ["".join(role.split()) for role, _ in weights]
    for role in dict.fromkeys(role for role in roles if roles.count(role) > 1):
        head.problems.add("QA114", head.place("weights"), actual=role)
    if (join is Join.WEIGHTED) != bool(weights):
        head.problems.add("QA933", head.place("weights" if weights else "join"))
    spread = head.percent("spread")
    decimals = _count(head, "decimals", _MOST_DECIMALS, zero=True)
    codes = head.texts("tie_break")
    head.check_not_empty("tie_break")
    for code in codes:
        if not is_code(code):
            head.problems.add("QA135", head.place("tie_break"), actual=code)
    return PanelRules(
        join=join,
        weights=weights,
        decimals=usual.decimals if decimals is None else decimals,
        spread=usual.spread if spread is None else spread,
        material=material,
        site=site,
        line=head.number("line"),
        places=_count(head, "places", _MOST_PLACES),
        tie_break=codes,
    )


def _read_weight(fields: Fields) -> tuple[str, Decimal] | None:
    role, weight = fields.text("role"), fields.number("weight")
    return None if role is None or weight is None else (role, weight)


def _count(head: Fields, key: str, most: int, *, zero: bool = False) -> int | None:
    number = head.number(key, zero=zero)
    if number is None:
        return None
    if number != int(number) or number > most:
        head.problems.add("QA194", head.place(key), key=key, expected=f"整数，{most}")
        return None
    return int(number)

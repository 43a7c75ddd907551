"""The front matter: identity, scale and rules of an award, read strictly and all at once."""

import re
from dataclasses import dataclass
from decimal import Decimal

from yaml.nodes import MappingNode, ScalarNode

from builder.load import entries
from builder.load.applicant_fields import read_applicant_fields
from builder.load.bands import read_bands
from builder.load.entries import read_entries, read_entry
from builder.load.fields import Fields, Keys, open_fields
from builder.load.problems import Problems
from builder.load.report_terms import SCHEME_KEYS, read_report_terms
from builder.load.source import Source
from builder.load.yaml_nodes import compose_head
from builder.model.office import ApplicantField
from builder.model.report_terms import ReportTerms
from builder.model.scheme import (
    Band,
    Choice,
    Composition,
    Condition,
    Correction,
    Discrepancy,
    Metric,
    Position,
    Remark,
    Scale,
    Threshold,
    Weight,
)

HEAD_KEYS = Keys(
    required=("id", "title", "award", "edition", "source", "total", "scale"),
    optional=(
        "step",
        "bands",
        "choices",
        "compositions",
        "eligibility",
        "vetoes",
        "threshold",
        "discrepancies",
        "weights",
        "metrics",
        "corrections",
        "remarks",
        "scale_terms",
        "office_terms",
        "fields",
        "report",
    ),
)


@dataclass(frozen=True, kw_only=True)
class FrontMatter:
    """What the front matter says; ``None`` where a required value is missing or unreadable.

    ``position`` is where the stated total stands.
    """

    id: str | None
    title: str | None
    award: str | None
    edition: str | None
    source: str | None
    total: Decimal | None
    scale: Scale | None
    step: Decimal | None
    position: Position
    bands: tuple[Band, ...]
    choices: tuple[Choice, ...]
    compositions: tuple[Composition, ...]
    eligibility: tuple[Condition, ...]
    vetoes: tuple[Condition, ...]
    threshold: Threshold | None
    discrepancies: tuple[Discrepancy, ...]
    weights: tuple[Weight, ...]
    metrics: tuple[Metric, ...]
    corrections: tuple[Correction, ...]
    remarks: tuple[Remark, ...]
    scale_terms: tuple[str, ...]
    office_terms: tuple[str, ...]
    fields: tuple[ApplicantField, ...]
    report: ReportTerms | None


def read_front_matter(text: str, source: Source, problems: Problems) -> FrontMatter | None:
    """The front matter, or ``None`` where its YAML cannot be read at all."""
    node = compose_head(text, problems)
    if node is None:
        return None
    check_cut_off(node, source, problems)
    head = open_fields(node, "---", HEAD_KEYS, problems)
    if head is None:
        return None
    word = head.one_of("scale", tuple(scale.value for scale in Scale))
    scale = None if word is None else Scale(word)
    total, step = head.number("total"), _step(head, scale)
    return FrontMatter(
        id=_id(head),
        title=head.text("title"),
        award=head.text("award"),
        edition=head.text("edition"),
        source=head.text("source"),
        total=total,
        scale=scale,
        step=step,
        position=head.place("total"),
        bands=read_bands(head, scale, step),
        choices=read_entries(head, "choices", entries.CHOICE_KEYS, entries.read_choice),
        compositions=entries.read_compositions(head),
        eligibility=read_entries(
            head, "eligibility", entries.CONDITION_KEYS, entries.read_condition
        ),
        vetoes=read_entries(head, "vetoes", entries.CONDITION_KEYS, entries.read_condition),
        threshold=_threshold(head, total),
        discrepancies=read_entries(
            head, "discrepancies", entries.DISCREPANCY_KEYS, entries.read_discrepancy
        ),
        weights=read_entries(head, "weights", entries.WEIGHT_KEYS, entries.read_weight),
        metrics=read_entries(head, "metrics", entries.METRIC_KEYS, entries.read_metric),
        corrections=read_entries(
            head, "corrections", entries.CORRECTION_KEYS, entries.read_correction
        ),
        remarks=read_entries(head, "remarks", entries.REMARK_KEYS, entries.read_remark),
        scale_terms=head.texts("scale_terms"),
        office_terms=head.texts("office_terms"),
        fields=read_applicant_fields(head, "fields"),
        report=read_report_terms(head, SCHEME_KEYS),
    )


def _id(head: Fields) -> str | None:
    word = head.text("id")
    if word is None or _ID.fullmatch(word):
        return word
    head.problems.add("QA119", head.place("id"), actual=word)
    return None


def _step(head: Fields, scale: Scale | None) -> Decimal | None:
    """The step: points on a direct scale, a fraction of the points (``5%``) on a maturity scale."""
    if scale is None:
        return None
    if "step" not in head.nodes:
        head.problems.add("QA115", head.position, expected="step")
        return None
    if scale is Scale.DIRECT:
        return head.number("step")
    step = head.percent("step")
    if step is not None and not step:
        head.problems.add("QA118", head.place("step"), key="step", actual="0%")
        return None
    return step


def _threshold(head: Fields, total: Decimal | None) -> Threshold | None:
    """The suggested line, which must be within reach."""
    node = head.nodes.get("threshold")
    if node is None:
        return None
    threshold = read_entry(
        node, "threshold", entries.THRESHOLD_KEYS, entries.read_threshold, head.problems
    )
    if threshold is not None and total is not None and threshold.points > total:
        points, most = f"{threshold.points:f}", f"{total:f}"
        head.problems.add("QA159", head.place("threshold"), actual=points, expected=most)
    return threshold


def check_cut_off(node: MappingNode, source: Source, problems: Problems) -> None:
    """Report values that YAML ends at a `` #``, because what follows would be lost in silence."""
    waiting: list[tuple[str, object]] = [("---", node)]
    while waiting:
        key, one = waiting.pop()
        if isinstance(one, MappingNode):
            waiting += [(str(name.value), value) for name, value in one.value]
        elif isinstance(one, ScalarNode):
            if not one.style and one.value and _is_cut_off(one, source):
                mark = one.end_mark
                where = problems.position(mark.line + 1, mark.column + 1)
                problems.add("QA123", where, key=key)
        else:
            waiting += [(key, value) for value in getattr(one, "value", ())]


def _is_cut_off(node: ScalarNode, source: Source) -> bool:
    line = source.lines[node.end_mark.line] if node.end_mark.line < len(source.lines) else ""
    return line[node.end_mark.column :].lstrip().startswith("#")


_ID = re.compile(r"[a-z0-9-]+")

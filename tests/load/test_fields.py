"""Every table of keys fits the record that is made from it."""

from dataclasses import MISSING, fields
from typing import Any

import pytest

from builder.load import (
    applicant_fields,
    bands,
    conclusions,
    entries,
    example,
    front_matter,
    office,
    panel_rules,
    stage_rules,
)
from builder.load.fields import Grammar
from builder.load.report_terms import OFFICE_TERMS, SCHEME_TERMS

# What the reader or the body of the file gives a record, and no key says.
GIVEN = {"position", "indicators"}
GRAMMARS: dict[str, Grammar[object]] = {
    "choice": entries.CHOICE,
    "weight": entries.WEIGHT,
    "metric": entries.METRIC,
    "condition": entries.CONDITION,
    "threshold": entries.THRESHOLD,
    "discrepancy": entries.DISCREPANCY,
    "correction": entries.CORRECTION,
    "remark": entries.REMARK,
    "rules": entries.RULES,
    "gate": conclusions.GATE,
    "level": conclusions.LEVEL,
    "terms": conclusions.TERMS,
    "share": conclusions.SHARE,
    "term": entries.TERM,
    "band": bands.BAND,
    "field": applicant_fields.FIELD,
    "head": front_matter.HEAD,
    "office": office.OFFICE,
    "evidence": office.EVIDENCE,
    "report of an office": OFFICE_TERMS,
    "report of a scheme": SCHEME_TERMS,
    "panel": panel_rules.RULES,
    "role": panel_rules.WEIGHT,
    "gate of a stage": stage_rules.GATE,
    "category": stage_rules.CATEGORY,
    "defence": stage_rules.DEFENCE,
    "vote": stage_rules.VOTE,
    "publicity": stage_rules.PUBLICITY,
    "example": example.EXAMPLE,
    "answer": example.ANSWER,
    "evidence of an answer": example.EVIDENCE,
    "figure": example.FIGURE,
}


@pytest.mark.parametrize("grammar", GRAMMARS.values(), ids=GRAMMARS)
def test_every_key_has_its_field(grammar: Grammar[object]) -> None:
    record: Any = grammar.kind
    parameters = {one.name: one for one in fields(record)}
    assert set(grammar.keys) <= set(parameters)
    needed = {
        name
        for name, one in parameters.items()
        if one.default is MISSING and one.default_factory is MISSING
    }
    assert needed - GIVEN == set(grammar.required)

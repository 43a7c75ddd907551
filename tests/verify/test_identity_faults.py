"""A file is verified as what it says it is, and refused where that cannot be known."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from builder.formula.expression import Cell
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import IDENTITY
from builder.model.identity import Identity
from builder.model.verdict import Status
from tests.support.workbooks import PROVED_IDS, filled_bytes
from tests.verify.judged import case, judged, told
from tests.verify.tampering import (
    PROPERTIES,
    WORKBOOK,
    edited,
    with_cell,
    with_content,
    without_parts,
)

SCHEMES = pytest.mark.parametrize("scheme_id", PROVED_IDS)
CARRIERS = pytest.mark.parametrize("carrier", ["sheet", "properties", "name"])


def declared(plan: KitPlan, identity: Identity) -> KitPlan:
    """The plan of a file that says it is something else, in all three places."""
    for row, value in enumerate(identity.values, start=1):
        plan = with_content(plan, Cell(sheet=IDENTITY, row=row, column=2), value)
    return replace(plan, identity=identity)


def without_carrier(content: bytes, plan: KitPlan, carrier: str) -> bytes:
    """The file after one of the three places that carry the identity was emptied."""
    if carrier == "sheet":
        for row in range(1, len(plan.identity.values) + 1):
            cell = Cell(sheet=IDENTITY, row=row, column=1)
            content = with_cell(content, plan, cell, lambda _: "")
        return content
    if carrier == "properties":
        return edited(content, PROPERTIES, lambda xml: re.sub(r"<property .*</property>", "", xml))
    return edited(
        content,
        WORKBOOK,
        lambda xml: re.sub(r'<definedName name="qa_identity".*?</definedName>', "", xml),
    )


def with_carrier_forged(content: bytes, plan: KitPlan, carrier: str) -> bytes:
    """The file after the fingerprint was changed in one of the three places."""
    mark = plan.identity.fingerprint
    forged = "0" * len(mark)
    if carrier == "sheet":
        cell = Cell(sheet=IDENTITY, row=3, column=2)
        inline = f'<c r="B3" t="str"><v>{forged}</v></c>'
        return with_cell(content, plan, cell, lambda _: inline)
    part = PROPERTIES if carrier == "properties" else WORKBOOK
    return edited(content, part, lambda xml: xml.replace(mark, forged))


@SCHEMES
def test_a_file_without_any_identity_cannot_be_verified(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    content = chosen.content
    for carrier in ("sheet", "properties", "name"):
        content = without_carrier(content, chosen.plan, carrier)
    verdict = judged(tmp_path, content)
    assert told(verdict) == ["QA301"]
    assert verdict.status is Status.UNREADABLE
    assert verdict.score is None


@SCHEMES
@pytest.mark.parametrize("carrier", ["properties", "name"])
def test_a_place_of_identity_that_a_program_dropped_is_no_fault(
    tmp_path: Path, scheme_id: str, carrier: str
) -> None:
    chosen = case(scheme_id, 0)
    verdict = judged(tmp_path, without_carrier(chosen.content, chosen.plan, carrier))
    assert told(verdict) == []


@SCHEMES
def test_lost_document_properties_are_no_fault(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    content = without_parts(chosen.content, PROPERTIES)
    content = edited(
        content, "_rels/.rels", lambda xml: re.sub(r'<Relationship Id="rId4"[^>]*/>', "", xml)
    )
    assert told(judged(tmp_path, content)) == []


@SCHEMES
@CARRIERS
def test_one_forged_place_of_identity_is_one_finding(
    tmp_path: Path, scheme_id: str, carrier: str
) -> None:
    chosen = case(scheme_id, 0)
    verdict = judged(tmp_path, with_carrier_forged(chosen.content, chosen.plan, carrier))
    assert told(verdict) == [f"QA304 {IDENTITY}"]
    assert verdict.status is Status.FINDINGS
    assert verdict.score == judged(tmp_path, chosen.content).score


@SCHEMES
def test_an_unknown_award_cannot_be_verified(tmp_path: Path, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    identity = replace(chosen.plan.identity, scheme="somewhere-else")
    content = filled_bytes(declared(chosen.plan, identity), chosen.answers)
    verdict = judged(tmp_path, content)
    assert told(verdict) == ["QA302"]
    assert verdict.status is Status.UNREADABLE
    assert verdict.scheme == "somewhere-else"


@SCHEMES
@pytest.mark.parametrize("name", ["../etc/passwd", "x/y.md", "schemes\\a", "a" * 400, "README"])
def test_an_identity_that_is_a_path_opens_no_file(
    tmp_path: Path, scheme_id: str, name: str
) -> None:
    chosen = case(scheme_id, 0)
    identity = replace(chosen.plan.identity, scheme=name)
    content = filled_bytes(declared(chosen.plan, identity), chosen.answers)
    assert told(judged(tmp_path, content)) == ["QA302"]


@SCHEMES
@pytest.mark.parametrize(
    ("field", "code"), [("edition", "QA303"), ("fingerprint", "QA303"), ("layout", "QA308")]
)
def test_another_edition_cannot_be_verified(
    tmp_path: Path, scheme_id: str, field: str, code: str
) -> None:
    chosen = case(scheme_id, 0)
    identity = replace(chosen.plan.identity, **{field: "旧"})
    content = filled_bytes(declared(chosen.plan, identity), chosen.answers)
    verdict = judged(tmp_path, content)
    assert told(verdict) == [f"{code} {IDENTITY}"]
    assert verdict.status is Status.UNREADABLE
    (finding,) = verdict.findings
    assert "|" not in finding.message
    assert "旧" in finding.actual

"""The list of inputs says of every cell where it is and what it accepts."""

import pytest

from builder.show.inputs import input_lines, inputs_json
from builder.show.plain import Json
from tests.support.workbooks import PENGJIANG, SCHEME_IDS, shipped_plan


def by_name() -> dict[str, dict[str, Json]]:
    listed = [item for item in inputs_json(shipped_plan(PENGJIANG)) if isinstance(item, dict)]
    return {str(item["name"]): item for item in listed}


def test_a_score_accepts_a_range_in_steps() -> None:
    score = by_name()["score_1_1"]
    assert (score["indicator"], score["kind"], score["table"]) == ("1.1", "score", "")
    assert score["allowed"] == {"minimum": "0", "maximum": "25", "step": "0.5"}


def test_a_row_of_evidence_accepts_an_indicator_from_the_list_and_texts() -> None:
    labels = [leaf.label for leaf in shipped_plan(PENGJIANG).leaves]
    inputs = by_name()
    assert inputs["evidence_1_indicator"]["allowed"] == {"list": labels}
    assert inputs["evidence_1_indicator"]["table"] == "evidence"
    assert inputs["evidence_1_name"]["allowed"] == {"longest": 200}


def test_a_line_on_the_terminal_says_place_name_title_and_what_is_accepted() -> None:
    lines = {line.split("\t")[1]: line.split("\t") for line in input_lines(shipped_plan(PENGJIANG))}
    place, _, title, accepted = lines["score_1_1"]
    assert place.startswith("自评打分!")
    assert title == "1.1 企业家精神　自评分"
    assert accepted == "0–25，步长 0.5"
    assert lines["evidence_1_name"][3] == "文字，不超过 200 字"
    assert lines["evidence_1_indicator"][3].startswith("从 ")
    assert lines["applicant_employees"][3] == "0 以上"


@pytest.mark.parametrize("scheme_id", SCHEME_IDS)
def test_every_line_is_said_in_full(scheme_id: str) -> None:
    lines = input_lines(shipped_plan(scheme_id))
    assert all(all(line.split("\t")) for line in lines)
    assert not any("None" in line for line in lines)

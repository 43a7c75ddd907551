"""A scheme as data and as a tree: nothing of the notice is left out."""

from builder.show.schemes import listing_json, listing_lines, scheme_json, scheme_lines
from tests.support.workbooks import PENGJIANG, SCHEME_IDS, XINHUI, shipped_scheme


def test_every_indicator_criterion_and_note_is_carried() -> None:
    for scheme_id in SCHEME_IDS:
        scheme = shipped_scheme(scheme_id)
        nodes = scheme_json(scheme)["nodes"]
        assert isinstance(nodes, list)
        assert [node["code"] for node in nodes if isinstance(node, dict)] == [
            node.code for node in scheme.walk
        ]
        for carried, node in zip(nodes, scheme.walk, strict=True):
            assert isinstance(carried, dict)
            assert carried["criteria"] == [
                {"label": item.label, "text": item.text, "points": None} for item in node.criteria
            ]
            assert carried["notes"] == [note.text for note in node.notes]


def test_a_contradiction_of_the_notice_is_told_wherever_its_numbers_are_shown() -> None:
    scheme = shipped_scheme(XINHUI)
    warnings = scheme_json(scheme)["warnings"]
    assert isinstance(warnings, list)
    assert len(warnings) == 2
    lines = list(scheme_lines(scheme))
    assert [f"！{warning}" for warning in warnings] == lines[2:4]
    assert scheme_json(shipped_scheme(PENGJIANG))["warnings"] == []


def test_the_tree_shows_every_indicator_under_its_parent() -> None:
    scheme = shipped_scheme(PENGJIANG)
    lines = list(scheme_lines(scheme))
    tree = lines[2 : lines.index("原文的说明和主办单位的设定")]
    shown = [line for line in tree if not line.startswith("！")]
    assert len(shown) == len(list(scheme.walk))
    assert any(line.startswith("  1.1 企业家精神（25分）") for line in shown)


def test_every_remark_and_every_term_of_the_office_is_told_after_the_tree() -> None:
    for scheme_id in SCHEME_IDS:
        scheme = shipped_scheme(scheme_id)
        lines = list(scheme_lines(scheme))
        told = lines[lines.index("原文的说明和主办单位的设定") + 1 :]
        for words in (
            *(remark.text for remark in scheme.remarks),
            *scheme.scale_terms,
            *scheme.office_terms,
        ):
            assert sum(words in line for line in told) >= 1
        remarks = scheme_json(scheme)["remarks"]
        assert isinstance(remarks, list)
        assert len(remarks) == len(told)


def test_the_list_shows_one_line_an_award() -> None:
    schemes = tuple(shipped_scheme(scheme_id) for scheme_id in SCHEME_IDS)
    assert len(list(listing_lines(schemes))) == len(schemes)
    assert [listing_json(scheme, example=False)["id"] for scheme in schemes] == list(SCHEME_IDS)
    assert list(listing_lines(())) == []

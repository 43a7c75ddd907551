"""What each command prints and leaves behind when all is well."""

import zipfile
from pathlib import Path

import pytest

from builder.findings.catalogue import RULES
from tests.cli.calls import call, files_in
from tests.support.answers import complete_answers, score_input
from tests.support.workbooks import (
    EXAMPLE_IDS,
    PENGJIANG,
    PROVED_IDS,
    SCHEME_IDS,
    XINHUI,
    asking_words,
    shipped_plan,
    shipped_scheme,
    write_filled,
)

SCHEMES = pytest.mark.parametrize("scheme_id", PROVED_IDS)


def test_list_names_every_award(tmp_path: Path) -> None:
    shown = call(tmp_path, "list", "--json").json
    awards = [scheme["id"] for scheme in shown if not scheme["example"]]
    assert awards == list(SCHEME_IDS)
    examples = [scheme["id"] for scheme in shown if scheme["example"]]
    assert examples == list(EXAMPLE_IDS)
    plain = call(tmp_path, "list")
    assert plain.code == 0
    for scheme in shown:
        assert scheme["id"] in plain.output
        assert scheme["title"] in plain.output


@SCHEMES
def test_show_gives_the_tree_with_decimals_as_texts(tmp_path: Path, scheme_id: str) -> None:
    shown = call(tmp_path, "show", scheme_id, "--json").json
    assert {"id", "title", "total", "maximum", "nodes"} <= shown.keys()
    assert shown["id"] == scheme_id
    assert isinstance(shown["total"], str)
    codes = [node["code"] for node in shown["nodes"]]
    for node in shown["nodes"]:
        assert set(node) == {
            *("code", "name", "parent", "points", "scored", "dimension", "criteria", "notes")
        }
        assert node["parent"] is None or node["parent"] in codes
        assert node["points"] is None or isinstance(node["points"], str)
        assert all(set(item) == {"label", "text", "points"} for item in node["criteria"])
        assert all(isinstance(note, str) for note in node["notes"])


def test_show_tells_the_stated_total_from_the_reachable_one(tmp_path: Path) -> None:
    shown = call(tmp_path, "show", XINHUI, "--json").json
    assert (shown["total"], shown["maximum"]) == ("1000", "985")
    assert "985" in call(tmp_path, "show", XINHUI).output


def test_the_shipped_schemes_have_no_finding(tmp_path: Path) -> None:
    done = call(tmp_path, "lint", "--json")
    assert (done.code, done.json) == (0, [])
    assert "发现 0 个问题" in call(tmp_path, "lint", XINHUI).output


@SCHEMES
def test_build_writes_the_kit_and_says_so(tmp_path: Path, scheme_id: str) -> None:
    done = call(tmp_path, "build", *asking_words(scheme_id))
    assert done.code == 0
    assert done.errors == ""
    written = files_in(tmp_path)
    assert sorted(Path(name).suffix for name in written) == [".docx", ".xlsx"]
    assert scheme_id not in "".join(written)
    for name in written:
        assert name.startswith(f"output/{shipped_scheme(scheme_id).award}")
        assert name in done.output
        assert zipfile.is_zipfile(tmp_path / name)


@pytest.mark.parametrize("only", ["xlsx", "docx"])
def test_build_writes_only_what_was_asked_for_where_it_was_asked(tmp_path: Path, only: str) -> None:
    done = call(tmp_path, "build", PENGJIANG, "--only", only, "-o", "某 文件夹/二")
    assert done.code == 0
    (written,) = files_in(tmp_path)
    assert written.startswith("某 文件夹/二/")
    assert written.endswith(only)


def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("一", "二"):
        assert call(tmp_path, "build", XINHUI, "-o", folder).code == 0
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()}
        for folder in ("一", "二")
    )
    assert first == second


@SCHEMES
def test_inputs_names_every_cell_to_fill(tmp_path: Path, scheme_id: str) -> None:
    shown = call(tmp_path, "inputs", *asking_words(scheme_id), "--json").json
    planned = [item.name for item in shipped_plan(scheme_id).inputs]
    assert [item["name"] for item in shown] == planned
    assert len(set(planned)) == len(planned)
    for item in shown:
        assert {"name", "sheet", "cell", "indicator", "kind", "allowed"} <= item.keys()
        assert set(item["allowed"]) in ({"list"}, {"longest"}, {"minimum", "maximum", "step"})
    plan = shipped_plan(scheme_id)
    scores = [item for item in shown if item["kind"] in ("score", "percent")]
    assert len(scores) == len(plan.leaves) + len(plan.bases)
    assert all(isinstance(item["allowed"]["maximum"], str) for item in scores)
    lines = call(tmp_path, "inputs", *asking_words(scheme_id)).output.splitlines()
    assert len(lines) == len(shown)
    assert all(item["name"] in line for item, line in zip(shown, lines, strict=True))


@SCHEMES
def test_verify_tells_score_and_findings(tmp_path: Path, scheme_id: str) -> None:
    plan = shipped_plan(scheme_id)
    answers = complete_answers(plan)
    write_filled(tmp_path / "good.xlsx", plan, answers)
    leaf = plan.leaves[0]
    write_filled(tmp_path / "blank.xlsx", plan, {**answers, score_input(plan, leaf).name: None})
    good = call(tmp_path, "verify", "good.xlsx", "--json")
    (verdict,) = good.json
    assert good.code == 0
    assert verdict["path"] == "good.xlsx"
    assert verdict["scheme"] == scheme_id
    assert verdict["status"] == "clean"
    assert verdict["findings"] == []
    assert set(verdict["score"]) == {"total", "maximum", "by_indicator"}
    assert set(verdict["score"]["by_indicator"]) == {
        *(leaf.code for leaf in plan.leaves),
        *(group.code for group in plan.groups),
    }
    both = call(tmp_path, "verify", "good.xlsx", "blank.xlsx", "--json")
    assert both.code == 1
    assert [verdict["status"] for verdict in both.json] == ["clean", "findings"]
    # Both are of one applicant, which is told of each besides.
    (finding, _) = both.json[1]["findings"]
    assert set(finding) == {
        *("code", "name", "severity", "sheet", "cell", "indicator", "message"),
        *("expected", "actual", "fix", "areas"),
    }
    assert (finding["code"], finding["indicator"]) == ("QA501", leaf.code)
    assert finding["severity"] == "warning"
    plain = call(tmp_path, "verify", "good.xlsx", "blank.xlsx")
    assert plain.code == 1
    assert "核验 2 个文件：通过 1，有问题 1，无法核验 0。" in plain.output


def test_explain_lists_every_code(tmp_path: Path) -> None:
    done = call(tmp_path, "explain")
    assert done.code == 0
    assert [line.split()[0] for line in done.output.splitlines()] == [rule.code for rule in RULES]
    (rule,) = call(tmp_path, "explain", "qa411", "--json").json
    assert set(rule) == {"code", "name", "severity", "kind", "message", "why", "fix"}
    assert rule["code"] == "QA411"


def test_demo_shows_exactly_its_three_faults_and_leaves_its_files(tmp_path: Path) -> None:
    done = call(tmp_path, "demo")
    assert done.code == 0
    assert len(files_in(tmp_path)) == 3
    assert all(name.startswith("output/demo/") for name in files_in(tmp_path))
    filled = next(name for name in files_in(tmp_path) if "已填" in name)
    again = call(tmp_path, "verify", filled, "--json")
    assert again.code == 1
    (verdict,) = again.json
    assert sorted(finding["code"] for finding in verdict["findings"]) == ["QA411", "QA503", "QA701"]
    assert [code for code in ("QA411", "QA503", "QA701") if done.output.count(code) != 1] == []
    assert "示例" in verdict["applicant"]


def test_an_offices_own_scheme_file_works_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "own.md").write_text(OWN_SCHEME, encoding="utf-8")
    assert call(tmp_path, "lint", "own.md").code == 0
    assert call(tmp_path, "show", "own.md", "--json").json["total"] == "60"
    assert call(tmp_path, "build", "own.md", "--only", "xlsx").code == 0
    (written,) = (name for name in files_in(tmp_path) if name.endswith("xlsx"))
    assert written.startswith("output/某区政府质量奖/某区政府质量奖-")
    unknown = call(tmp_path, "verify", written, "--json")
    assert (unknown.code, unknown.json[0]["findings"][0]["code"]) == (3, "QA302")
    known = call(tmp_path, "verify", written, "--scheme", "own.md", "--json")
    assert (known.code, {each["code"] for each in known.json[0]["findings"]}) == (
        1,
        {"QA512"},
    )


OWN_SCHEME = """\
---
id: own-award
title: 某区政府质量奖评分要点
award: 某区政府质量奖
edition: 第1版
source: 附件1
total: 60
scale: direct
step: "0.5"
---
# 1 领导（60分）

## 1.1 企业家精神（25分）

a.如何引领组织发展。

## 1.2 组织文化（35分）

如何开展质量文化建设。
"""

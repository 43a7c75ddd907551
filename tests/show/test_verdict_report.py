"""A verdict on the terminal and as JSON."""

from decimal import Decimal

from builder.findings.finding import Finding, Place
from builder.model.verdict import Score, Status, Verdict
from builder.show.left_out import others_words
from builder.show.plain import decimal_text, scheme_finding_json
from builder.show.verdicts import (
    closing_line,
    finding_lines,
    lint_lines,
    verdict_json,
    verdict_lines,
)

FINDING = Finding(
    code="QA503",
    place=Place(path="甲.xlsx", sheet="自评打分", cell="F8", indicator="1.1"),
    expected="0–25",
    actual="26",
    details={"label": "1.1 企业家精神", "step": "0.5"},
)
VERDICT = Verdict(
    path="甲.xlsx",
    status=Status.FINDINGS,
    scheme="sample",
    award="某区质量奖",
    kit="行业=养老",
    score=Score(
        total=Decimal("60.50"),
        maximum=Decimal(100),
        by_indicator={"1": Decimal("60.50"), "1.1": Decimal("1E+1")},
    ),
    findings=(FINDING,),
)


def test_numbers_are_exact_texts_without_exponents_or_needless_zeros() -> None:
    assert verdict_json(VERDICT)["score"] == {
        "total": "60.5",
        "maximum": "100",
        "by_indicator": {"1": "60.5", "1.1": "10"},
    }
    assert decimal_text(None) is None


def test_a_finding_carries_all_a_script_needs() -> None:
    assert verdict_json(VERDICT)["findings"] == [
        {
            "code": "QA503",
            "name": "超过分值",
            "severity": "error",
            "sheet": "自评打分",
            "cell": "F8",
            "indicator": "1.1",
            "areas": [],
            "message": "“1.1 企业家精神”的自评分 26 超过本项分值。",
            "expected": "0–25",
            "actual": "26",
            "fix": "请在 F8 改填 0–25 之间的分数。",
        }
    ]


def test_the_terminal_shows_status_score_place_and_remedy() -> None:
    assert list(verdict_lines(VERDICT)) == [
        "【有问题】甲.xlsx",
        "  （未填申报者）　某区质量奖（行业：养老）　核验得分 60.5 / 100",
        "  错误 QA503 自评打分!F8　“1.1 企业家精神”的自评分 26 超过本项分值。",
        "      办法：请在 F8 改填 0–25 之间的分数。",
    ]


def test_a_file_that_cannot_be_verified_shows_no_score() -> None:
    missing = Finding(code="QA201", place=Place(path="乙.xlsx"))
    verdict = Verdict(path="乙.xlsx", status=Status.UNREADABLE, findings=(missing,))
    assert verdict_json(verdict)["score"] is None
    assert verdict_json(verdict)["scheme"] is None
    assert list(verdict_lines(verdict))[:2] == [
        "【无法核验】乙.xlsx",
        "  错误 QA201 整个文件　未找到这个文件。",
    ]


def test_what_concerns_no_cell_names_the_file_only_where_no_name_stands_above() -> None:
    missing = Finding(code="QA201", place=Place(path="乙.xlsx"))
    assert next(finding_lines(missing)) == "  错误 QA201 乙.xlsx　未找到这个文件。"
    assert next(finding_lines(missing, under="甲.zip")).startswith("  错误 QA201 乙.xlsx　")
    assert next(finding_lines(missing, under="乙.xlsx")).startswith("  错误 QA201 整个文件　")
    heading = Place(path="丙.docx", bookmark="QA_1")
    form = Finding(code="QA560", place=heading, expected="申报表")
    assert next(finding_lines(form, under="丙.docx")).startswith("  警告 QA560 正文　")


def test_the_last_line_counts_files_by_outcome() -> None:
    clean = Verdict(path="丙.xlsx", status=Status.CLEAN)
    assert closing_line([VERDICT, clean, clean]) == "核验 3 个文件：通过 2，有问题 1，无法核验 0。"
    assert closing_line([clean], others_words(2)).endswith(
        "无法核验 0；另有 2 个文件没有核验，原因已列出。"
    )
    assert others_words(0, 3) == "没有核验完，还有 3 个文件没有轮到"
    assert closing_line([]) == "核验 0 个文件：通过 0，有问题 0，无法核验 0。"


def test_a_scheme_finding_is_cited_by_line_and_column() -> None:
    finding = Finding(
        code="QA133", place=Place(path="方案.md", line=12, column=5), actual="（二十分）"
    )
    carried = scheme_finding_json(finding)
    assert (carried["file"], carried["line"], carried["column"]) == ("方案.md", 12, 5)
    first, remedy, closing = lint_lines((finding,), schemes=1)
    assert first == "  错误 QA133 方案.md:12:5　分值“（二十分）”读不懂。"
    assert remedy.startswith("      办法：")
    assert closing == "检查 1 个方案，发现 1 个问题。"

"""Every rule of the scheme family has a file that breaks it, and breaks nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.findings.families.scheme import SCHEME_RULES
from builder.load.library import find_scheme
from builder.load.lint import lint_scheme
from builder.load.source import MAXIMUM_BYTES
from tests.load.samples import HEAD, TREE, body, head, save

MATURITY = {"scale": "maturity", "step": "5%"}
DIRECT_TREE = ("# 1 领导（60分）", "", "如何引领组织发展。")

CHOICE = ("choices:", "  - {name: 行业, options: [养老, 医疗], default: 养老}")
SUM_RULE = (
    '  - {code: "1", wording: 甲, terms: [{factor: 1, code: "1.1"}, {factor: 1, code: "1.2"}]}'
)


def scored_by_bands(*rows: str) -> str:
    """A scheme of two bands whose only indicator describes bands in these rows, from line 18."""
    bands = (
        "bands:",
        "  - {name: 0%或5%, low: 0%, high: 5%}",
        "  - {name: 10%至100%, low: 10%, high: 100%}",
    )
    table = ("| 分数 | 描述 |", "| - | - |", *rows)
    return head(*bands, **MATURITY) + "\n".join(("# 1 领导（60分）", "", *table, ""))


# The beginnings of a .docx, of a .doc, of a PDF, and a .docx larger than any scheme.
WORD_FILES = (
    b"PK\x03\x04\x14\0word/document.xml\xff",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\xff",
    b"%PDF-1.7\xff",
    b"PK\x03\x04\x14\0word/document.xml" + b"\xff" * MAXIMUM_BYTES,
)


# code -> the text of the file, and where the finding must point.
def _gated(entry: str) -> str:
    return head("gates:", f"  - {{{entry}}}") + TREE


def _levelled(*entries: str) -> str:
    return head("levels:", *(f"  - {entry}" for entry in entries)) + TREE


BROKEN: dict[str, tuple[str, int, int]] = {
    "QA109": (body("# 1 领导（60分） {计分=择一}", "", "A.甲（50分）", "", "B.乙（30分）"), 11, 1),
    "QA107": (body("# 1 领导（60分）", "", "如何引\x07领组织发展。"), 13, 4),
    "QA110": (TREE, 1, 1),
    "QA111": (head('remarks: "没有结尾') + TREE, 10, 10),
    "QA112": (head("office_terms: &words [甲]") + TREE, 10, 15),
    "QA113": (head("corections: []") + TREE, 10, 1),
    "QA114": (head("title: 又一个标题") + TREE, 10, 1),
    "QA115": (head(award="") + TREE, 2, 1),
    "QA116": (head(award="[甲, 乙]") + TREE, 4, 8),
    "QA117": (head(edition="1.10") + TREE, 5, 10),
    "QA118": (head(total="1,000") + TREE, 7, 8),
    "QA119": (head(id="Sample_1") + TREE, 2, 5),
    "QA120": (head(scale="directt") + TREE, 8, 8),
    "QA121": (head(award="''") + TREE, 4, 8),
    "QA122": (
        head(
            "corrections:",
            '  - {where: "1", value: 60, basis: 甲, approver: 乙, date: 2024-13-01}',
        )
        + TREE,
        11,
        58,
    ),
    "QA123": (head(source="附件1 #号文件") + TREE, 6, 12),
    "QA124": (head("remarks: [[[[[[[[[]]]]]]]]]") + TREE, 10, 17),
    "QA125": (
        head("bands:", "  - {name: 甲, low: 0, high: 5%}") + TREE,
        11,
        20,
    ),
    "QA126": (head("office_terms: 甲") + TREE, 10, 15),
    "QA127": (head("remarks:", "  - 甲") + TREE, 11, 5),
    "QA128": (head("vetoes:", "  - {code: V1, text: 甲, variant: 养老}") + TREE, 11, 34),
    "QA129": (head("choices:", "  - {name: 行业, options: [养老, 医疗]}") + TREE, 11, 5),
    "QA130": (HEAD, 1, 1),
    "QA131": (body("# 1 领导（60分）", "", "### 1.1.1 甲（60分）", "", "乙"), 13, 1),
    "QA132": (body("# 1（60分）", "", "甲"), 11, 1),
    "QA133": (body("# 1 领导（六十分）", "", "甲"), 11, 7),
    "QA134": (body("# （一）领导（60分）", "", "甲"), 11, 1),
    "QA135": (body("# （一）领导（60分） {code=1..2}", "", "甲"), 11, 14),
    "QA136": (body("# 1 领导（30分）", "", "甲", "", "# 1 效益（30分）", "", "乙"), 15, 1),
    "QA137": (body("# 1 领导（60分）", "", "## 2.1 甲（60分）", "", "乙"), 13, 1),
    "QA138": (body("# 1 领导（60分） {proces}", "", "甲"), 11, 13),
    "QA139": (body("# 1 领导（60分） {code=}", "", "甲"), 11, 13),
    "QA140": (body("前言", "", *DIRECT_TREE), 11, 1),
    "QA141": (body("# 1 领导（60分）", "", "a.甲", "  乙"), 14, 3),
    "QA142": (body(*DIRECT_TREE, "", "- 甲", "  - 乙"), 16, 3),
    "QA143": (body(*DIRECT_TREE, "", "##没有空格"), 15, 1),
    "QA144": (body(*DIRECT_TREE, "", "b."), 15, 1),
    "QA145": (body(*DIRECT_TREE, "", "| 甲 | 乙 |", "| - | - |", "| 丙 |"), 17, 1),
    "QA146": (body(*DIRECT_TREE, "", "| 甲 | 乙 |"), 15, 1),
    "QA147": (body("# 1 领导（60分）", "", "如何<ul>引领。"), 13, 3),
    "QA148": (body("# 1 领导（60分） {process result}", "", "甲"), 11, 13),
    "QA149": (body(*DIRECT_TREE, "", "# 2 环境（5分） {unscored}"), 15, 1),
    "QA150": (
        body("# 1 领导（60分）", "", "（1）甲；（25分）", "", "（2）乙。（36分）"),
        11,
        1,
    ),
    "QA151": (
        head("discrepancies:", '  - {where: "total", stated: 60, actual: 59, treatment: 甲}')
        + "# 1 领导（50分）\n\n甲\n",
        11,
        5,
    ),
    "QA152": (
        head("discrepancies:", '  - {where: "1", stated: 60, actual: 59, treatment: 甲}') + TREE,
        11,
        5,
    ),
    "QA153": (body(*DIRECT_TREE, "", "# 2 效益", "", "乙"), 15, 1),
    "QA154": (
        body("# 1 领导（60分）", "", "甲；（60分）", "", "## 1.1 乙（60分）", "", "丙"),
        11,
        1,
    ),
    "QA155": (head("remarks:", '  - {where: "1.3", text: 甲}') + TREE, 11, 5),
    "QA156": (
        head("choices:", "  - {name: 行业, options: [养老, 医疗], default: 养老}")
        + '# 1 领导（60分）\n\n甲\n\n# 2 服务（60分） {variant="行业=养佬"}\n\n乙\n',
        17,
        1,
    ),
    "QA157": (head("choices:", "  - {name: 行业, options: [养老]}") + TREE, 11, 5),
    "QA158": (
        head(
            "bands:",
            "  - {name: 甲, low: 0%, high: 5%}",
            "  - {name: 乙, low: 20%, high: 100%}",
            **MATURITY,
        )
        + TREE,
        12,
        5,
    ),
    "QA159": (head("threshold: {points: 61, wording: 建议}") + TREE, 10, 12),
    "QA160": (
        head(
            "compositions:",
            '  - {code: "1.1", wording: 甲, terms: [{factor: 1, code: "1"}]}',
        )
        + TREE,
        11,
        5,
    ),
    "QA161": (
        head(
            "choices:",
            f"  - {{name: 甲, options: [{', '.join(f'甲{n}' for n in range(11))}], default: 甲1}}",
            f"  - {{name: 乙, options: [{', '.join(f'乙{n}' for n in range(11))}], default: 乙1}}",
        )
        + '# 1 领导（60分） {variant="甲=甲1"}\n\n丙\n\n'
        + '# 2 效益（60分） {variant="乙=乙1"}\n\n丁\n',
        11,
        5,
    ),
    "QA162": (
        head(
            "corrections:",
            '  - {where: "1.1", value: 25, basis: 甲, approver: 乙, date: 2024-05-01}',
            '  - {where: "1.1", value: 25, basis: 甲, approver: 乙, date: 2024-05-01}',
        )
        + TREE,
        12,
        5,
    ),
    "QA163": (body("# 1 领导 {unscored}", "", "要点。"), 7, 8),
    "QA164": (head("compositions:", SUM_RULE, SUM_RULE) + TREE, 12, 5),
    "QA165": (
        head(*CHOICE, "compositions:", SUM_RULE)
        + '# 1 领导（60分）\n\n## 1.1 甲（60分） {variant="行业=养老"}\n\n乙\n\n'
        + '## 1.2 丙（60分） {variant="行业=医疗"}\n\n丁\n',
        13,
        5,
    ),
    "QA166": (scored_by_bands("| 0%或5% | 甲 |", "| 10%, 20%, 或25% | 乙 |"), 19, 1),
    "QA167": (scored_by_bands("| 0%或5% | 甲 |"), 16, 1),
    "QA168": (head("bands:", "  - {name: 甲, low: 0%, high: 95%}", **MATURITY) + TREE, 11, 5),
    "QA169": (
        head(
            "bands:",
            "  - {name: 甲, low: 0%, high: 5%}",
            "  - {name: 甲, low: 10%, high: 100%}",
            **MATURITY,
        )
        + TREE,
        12,
        5,
    ),
    "QA170": (
        body(
            *DIRECT_TREE,
            "",
            "# 附录 {reference}",
            "",
            "| 条目 | 分值 |",
            "| - | - |",
            "| 1 领导 | 60 |",
            "| 2 效益 | 40 |",
        ),
        20,
        1,
    ),
    "QA177": (body("# 1 领导（满分60分）", "", "甲"), 11, 7),
    "QA178": (body("# 1 领导（60分）", "", "A.甲（60分）", "", "B.乙（30分）"), 11, 1),
    "QA179": (head(step='"7"') + TREE, 9, 7),
    "QA180": (body(*DIRECT_TREE, "", ">70%的得10分"), 15, 1),
    "QA186": (body("# 1 领导（权重60%）", "", "甲"), 11, 7),
    "QA187": (body("# 1 领导（60分）", "", "专利（5分/项）"), 13, 3),
    "QA188": (body("# 1 领导（60分）", "", "甲（30分）；乙（30分）。"), 13, 2),
    "QA189": (HEAD.replace("total: 60", "total：60") + TREE, 7, 6),
    "QA190": (body("# 1 领导（60分）", "", "应当**重点**说明。"), 13, 3),
    "QA199": (body("# 1 领导（60分）", "", "目录D:\\_共享。"), 13, 5),
    "QA268": (
        body(
            *("# 1 规模（60分） {计分=分档 单位=万元}", "", "| 收入 | 得分 |", "|---|---|"),
            *("| 1亿元以上 | 60 |", "| 不足10000万元 | 0 |"),
        ),
        *(15, 1),
    ),
    "QA269": (
        head("grades: [1A, 2A]", total="2", step="1")
        + "# 1 规模\n\n| 1A | 2A |\n|---|---|\n| 10人以上 | |\n",
        *(14, 1),
    ),
    "QA270": (
        head("total_join: weighted")
        + "# 1 领导（60分）（权重60%）\n\n如何领导。\n\n# 2 质量（60分）（权重50%）\n",
        7,
        8,
    ),
    "QA271": (body("# 1 领导（60分） {权重=30%}", "", "甲"), 11, 1),
    "QA272": (
        body("# 1 领导（60分） {合计=最高的3项}", "", "## 1.1 甲（30分）", "", "## 1.2 乙（30分）"),
        11,
        1,
    ),
    "QA273": (body("# 1 领导（60分） {合计=平均}", "", "甲"), 11, 1),
    "QA274": (body("# 1 领导（60分） {合计=折算}", "", "## 1.1 甲（60分）", "", "乙"), 11, 1),
    "QA280": (
        head("gates:", "  - {code: M1, wording: 甲, items: [必备], reach: 60%, consequence: 乙}")
        + "# 1 领导（30分） {必备}\n\n如何领导。\n\n# 2 ★质量（30分）\n\n如何提高质量。\n",
        17,
        1,
    ),
    "QA275": (_gated('code: M1, wording: 甲, items: ["1.3"], reach: 60%, consequence: 乙'), 11, 5),
    "QA276": (_gated('code: M1, wording: 甲, items: ["1.1"], reach: 26, consequence: 乙'), 11, 5),
    "QA277": (_gated('code: M1, wording: 甲, items: ["1.1"], reach: 20'), 11, 5),
    "QA278": (_levelled("{name: 甲, points: 50}", "{name: 乙, points: 30, below: 45}"), 12, 5),
    "QA279": (_levelled("{name: 甲, points: 50}", "{name: 乙, points: 55}"), 12, 5),
}


def unreadable(folder: Path) -> Iterator[tuple[str, Path]]:
    """Rule codes of files that cannot be read as text, with such a file."""
    yield "QA101", folder / "missing.md"
    yield "QA101", folder / "null\0byte.md"
    yield "QA102", folder
    looped = folder / "looped.md"
    looped.symlink_to(looped)
    yield "QA103", looped
    foreign = folder / "foreign.md"
    foreign.write_bytes("---\nid: 评分".encode("gbk"))
    yield "QA104", foreign
    huge = folder / "huge.md"
    huge.write_bytes(b"x" * (MAXIMUM_BYTES + 1))
    yield "QA105", huge
    for content in WORD_FILES:
        word = folder / "通知.docx"
        word.write_bytes(content)
        yield "QA108", word


@pytest.mark.parametrize(
    "written",
    [
        *(
            "（满分60分）",
            "（共60分）",
            "（总分：60分）",
            "（合计60 分）",
            "（本项最高60分）",
            "（不超过60分）",
        ),
        *(
            "（≤60分）",
            "（分值：60）",
            "（60分满分）",
            "（60分，含加分5分）",
            "（60 pts.）",
            "((60 points))",
            "【60分】",
            "[60分]",
            "［60分］",
            "〔60分〕",
        ),
    ],
)
@pytest.mark.parametrize(
    ("text", "column"),
    [("# 1 领导{}", 7), ("# 1 领导{}★", 7), ("# 1 领导{} {{process}}", 7), ("a.如何引领{}。", 7)],
)
def test_points_in_another_writing_are_told_and_never_dropped(
    tmp_path: Path, written: str, text: str, column: int
) -> None:
    lines = ("# 1 领导（60分）", "", text) if text.startswith("a") else (text, "", "甲")
    path = save(tmp_path, body(*(line.format(written) for line in lines)))
    (one,) = lint_scheme(path).findings
    line = 13 if text.startswith("a") else 11
    assert (one.code, one.place.line, one.place.column) == ("QA177", line, column)
    assert one.actual == written
    assert "写成“（60分）”" in one.fix


def test_every_points_of_a_paragraph_but_the_last_are_told(tmp_path: Path) -> None:
    path = save(tmp_path, body("# 1 领导", "", "班子（10分）；作风（20分）；民主（30分）。"))
    told = [(one.code, one.place.column, one.actual) for one in lint_scheme(path).findings]
    assert told == [("QA188", 3, "（10分）"), ("QA188", 11, "（20分）")]


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("落实得满分；没有落实的得1分。", "落实得满分；没有落实的得1分。"),
        ("情况（有协议的得1分；没有的不得分）", "情况（有协议的得1分；没有的不得分）"),
        ("顾客满意度达到90分。", "顾客满意度达到90分。"),
        ("每项2分，最高10分。", "每项2分，最高10分。"),
        ("按百分制（100分制）折算。", "按百分制（100分制）折算。"),
        ("得分\\（60分）以上。", "得分（60分）以上。"),
        ("得分\\【60分】", "得分【60分】"),
        ("得分\\（60分）", "得分（60分）"),
    ],
)
def test_a_text_that_merely_speaks_of_points_stays_a_text(
    tmp_path: Path, said: str, printed: str
) -> None:
    loaded = lint_scheme(save(tmp_path, body("# 1 领导（60分） {计分=直接打分}", "", said)))
    assert loaded.findings == ()
    assert loaded.scheme is not None
    (criterion,) = loaded.scheme.indicators[0].criteria
    assert (criterion.text, criterion.points) == (printed, None)


def test_a_heading_with_wide_marks_is_told_and_not_its_echoes(tmp_path: Path) -> None:
    lines = (
        "# 1 领导（60分）",
        "",
        "## 1.1 甲（25分）",
        "",
        "乙",
        "",
        "＃＃ 1.2 丙（35分）",
        "",
        "丁",
    )
    found = lint_scheme(save(tmp_path, body(*lines))).findings
    assert [(one.code, one.place.line) for one in found] == [("QA143", 17)]


@pytest.mark.parametrize("code", BROKEN)
def test_a_file_that_breaks_one_rule_gives_that_one_finding_at_its_place(
    code: str, tmp_path: Path
) -> None:
    text, line, column = BROKEN[code]
    found = lint_scheme(save(tmp_path, text)).findings
    told = [(one.code, one.place.line, one.place.column) for one in found]
    assert told == [(code, line, column)]


def test_a_file_that_cannot_be_read_as_text_gives_one_finding_and_no_scheme(tmp_path: Path) -> None:
    for code, path in unreadable(tmp_path):
        loaded = lint_scheme(path)
        assert [one.code for one in loaded.findings] == [code]
        assert loaded.scheme is None


def test_every_rule_of_the_family_has_a_file_that_breaks_it(tmp_path: Path) -> None:
    _, unknown = find_scheme("no-such-award")
    tested = {*BROKEN, *(code for code, _ in unreadable(tmp_path)), unknown[0].code}
    assert tested == {rule.code for rule in SCHEME_RULES}


def test_the_file_all_others_are_made_from_breaks_nothing(tmp_path: Path) -> None:
    loaded = lint_scheme(save(tmp_path, HEAD + TREE))
    assert loaded.findings == ()
    assert loaded.scheme is not None

"""Completed workbooks that somebody changed or did not finish, and the evidence handed in."""

import zipfile
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml.ns import qn

from builder.book.book_plan import InputPlan
from builder.book.naming import row_name
from builder.findings.finding import Finding
from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.kit import planning
from builder.kit.identity_sheet import SETTINGS_ROW, VALUE_COLUMN
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import EVIDENCE_TABLE, IDENTITY
from builder.model.evidence_files import HandedInEvidence
from builder.model.office import EvidenceTerms, Office
from builder.pipeline.alike import with_alike
from builder.pipeline.evidence import handed_in_evidence
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.verify import Verifier
from builder.read.evidence_files import open_evidence
from builder.read.workbook import read_content
from tests.findings.cases.leaves import PROOF_CASES
from tests.findings.cases.said import Case, codes, put, run_over, verified
from tests.layouts.kept import DATA, SCHEMES
from tests.layouts.otherwise import reworded
from tests.layouts.stored import book_file
from tests.proof.faults import sown_faults
from tests.proof.seeding import Sown
from tests.support.answers import complete_answers
from tests.support.panels import reviewed, task_of
from tests.support.reports import complete_held, complete_workbook, filled_report, save_report
from tests.support.workbooks import PENGJIANG, filled_bytes, shipped_scheme, write_filled
from tests.verify.judged import Case as Chosen
from tests.verify.judged import case, judged
from tests.verify.tampering import with_content, with_formula
from tests.verify.test_narrow import narrowed
from tests.verify.test_view import without_zeros
from tests.verify.word.named import named
from tests.verify.word.stand_ins import only_says, say

PLAIN = case(PENGJIANG, 0)
TERMS = EvidenceTerms(since="2023-01-01", until="2026-06-30", indicators=2, report_pages=60)


@cache
def _first_sown() -> dict[str, Sown]:
    """The first fault under each code."""
    found: dict[str, Sown] = {}
    for sown in sown_faults():
        for line in sown.expected:
            found.setdefault(line.split()[0], sown)
    return found


def sown(*wanted: str) -> dict[str, Case]:
    """For each code the first fault that is sown under it."""

    def case_of(code: str) -> Case:
        return lambda folder: codes(judged(folder, _first_sown()[code].make()).findings)

    return {code: case_of(code) for code in wanted}


def _under_terms(given: Mapping[str, Value]) -> Case:
    """A workbook of an office with terms of evidence, its first rows of evidence filled so."""

    def ask(folder: Path) -> list[str]:
        plan = plan_workbook(shipped_scheme(PENGJIANG), Office(evidence=TERMS))
        return codes(
            judged(folder, filled_bytes(plan, complete_answers(plan) | dict(given))).findings
        )

    return ask


def _typed(cells: Callable[[Chosen], Iterable[InputPlan]]) -> Case:
    """A completed workbook with characters that nobody sees in these cells."""

    def ask(folder: Path) -> list[str]:
        chosen = case(PENGJIANG, 0)
        unseen = chosen.with_answers(**{item.name: "\u200b" for item in cells(chosen)})
        return codes(judged(folder, unseen).findings)

    return ask


def _last_row(chosen: Chosen) -> Iterable[InputPlan]:
    row = chosen.plan.evidence[-1]
    return (item for item in chosen.plan.inputs if item.cell == row.issuer)


def _of_one_text(folder: Path) -> list[str]:
    """A report with one sentence in every section."""

    def same(document: Document) -> None:
        for paragraph in document.paragraphs:
            if paragraph.text.startswith("第 "):
                paragraph.runs[0].text = "本公司高度重视，持续改进，成效显著。"

    return verified(save_report(folder, filled_report(PENGJIANG, same)))


def _pasted_twice(folder: Path) -> list[str]:
    """A report with one long paragraph under two indicators."""
    paragraph = (
        "公司每月召开质量例会，逐项点评各部门的目标，未达成的一周内提交纠正措施，由质量部跟踪验证。"
    )
    return verified(save_report(folder, filled_report(PENGJIANG, only_says(paragraph, 2))))


def _of_another_firm(folder: Path) -> list[str]:
    """A report whose cover names one firm and whose text another."""

    def edit(document: Document) -> None:
        only_says("佛山市昌荣电器有限公司（以下简称“公司”）成立于1998年。")(document)
        own = complete_held(PENGJIANG).typed(complete_held(PENGJIANG).plan.applicant)
        for said in document.element.iter(qn("w:t")):
            if said.text == own:
                said.text = "江门市恒信机电有限公司"

    return verified(save_report(folder, filled_report(PENGJIANG, edit)))


def _swapped(folder: Path) -> list[str]:
    """A report in which two answers stand under each other's heading."""
    culture = (
        "公司确定以使命、愿景和价值观为核心的文化体系，"
        "质量文化制度和质量行为准则人手一册，每季宣讲。"
    )
    spirit = (
        "总经理以企业家精神带领公司，把发展同国家繁荣、民族兴盛、人民幸福紧密结合在一起，"
        "连续八年列入全区纳税前二十名。"
    )
    overview = (f"公司概况之{part}。" for part in "乙丙丁戊")
    return verified(save_report(folder, filled_report(PENGJIANG, say(*overview, culture, spirit))))


def _named(cover: str, form: str) -> Case:
    return lambda folder: verified(
        save_report(folder, filled_report(PENGJIANG, named(cover, form)))
    )


def _of_another_award(folder: Path) -> list[str]:
    """A report that says it was written for the award of another town."""
    text = "公司自愿申报江门市市长质量奖，现将有关情况报告如下。"
    return verified(save_report(folder, filled_report(PENGJIANG, say(text))))


def _alike(*companies: Mapping[str, Value]) -> Case:
    """The files of one run, filled in alike but for this."""

    def ask(folder: Path) -> list[str]:
        for number, own in enumerate(companies, start=1):
            put(folder / f"{number}.xlsx", PLAIN.with_answers(**own))
        verdicts = [one.verdict for one in with_alike(run_over(folder))]
        return [code for one in verdicts for code in codes(one.findings)]

    return ask


def _nearly_alike(folder: Path) -> list[str]:
    """Two companies that wrote the same of all but one indicator, each with its own name in it."""
    notes = [item for item in PLAIN.plan.inputs if item.name.startswith("note_")]

    def of(company: str, *own: str) -> dict[str, Value]:
        words = "由分管领导牵头，各部门按月检查、按季通报、按年评审"
        said: list[str] = [*own, *(f"{company}{item.title}{words}。" for item in notes[len(own) :])]
        answers: dict[str, Value] = {
            item.name: text for item, text in zip(notes, said, strict=True)
        }
        return {**answers, PLAIN.plan.applicant: company, "applicant_credit_code": None}

    return [*_alike(of("恒信机电有限公司"), of("昌荣电器有限公司", "另写的说明"))(folder)]


def _other_settings(folder: Path) -> list[str]:
    plan = plan_workbook(shipped_scheme(PENGJIANG), Office(name="别的办公室"))
    path = write_filled(folder / "表.xlsx", plan, complete_answers(plan))
    return codes(Verifier(office=Office(name="某区质量办")).verify(path).findings)


def _no_settings(folder: Path) -> list[str]:
    """A file issued without settings, verified with those of an office."""
    path = put(folder / "表.xlsx", PLAIN.content)
    return codes(Verifier(office=Office(name="某区质量办")).verify(path).findings)


def _blank_beside(folder: Path) -> list[str]:
    put(folder / "甲" / "原表.xlsx", filled_bytes(PLAIN.plan, {}))
    put(folder / "甲" / "填好的.xlsx", PLAIN.content)
    return [code for one in with_alike(run_over(folder)) for code in codes(one.verdict.findings)]


def _half_a_set(folder: Path) -> list[str]:
    """A whole set of one company beside a workbook of another that has no report."""
    put(folder / "甲" / "评分表.xlsx", complete_workbook(PENGJIANG))
    put(folder / "甲" / "申报材料.docx", filled_report(PENGJIANG))
    put(folder / "乙" / "评分表.xlsx", PLAIN.with_answers(**{PLAIN.plan.applicant: "乙公司"}))
    return [code for one in with_alike(run_over(folder)) for code in codes(one.verdict.findings)]


def _none_handed_in(folder: Path) -> list[str]:
    (folder / "证据").mkdir()
    path = put(folder / "示例公司.xlsx", PLAIN.content)
    evidence = HandedInEvidence(handed_in=open_evidence(folder / "证据"), alone=True)
    return codes(Verifier(evidence=evidence).verify(path).findings)


def _lost_settings(folder: Path) -> list[str]:
    plan = plan_workbook(shipped_scheme(PENGJIANG), Office(name="某区质量办"))
    lost = with_content(plan, Cell(IDENTITY, SETTINGS_ROW, VALUE_COLUMN), None)
    return verified(write_filled(folder / "表.xlsx", lost, complete_answers(plan)))


def _review_alone(folder: Path) -> list[str]:
    task = task_of(reviewed(folder))
    return verified(folder / "评审" / task.seats[0].file)


def _handing_in(
    files: Mapping[str, bytes | None], third: str = "E003.pdf", *, alone: bool = True
) -> Case:
    """A workbook whose rows of evidence name a file each, with those files but for ``files``.

    ``third`` is the file that the third row names; a file of ``None`` is not handed in.
    """

    def ask(folder: Path) -> list[str]:
        chosen = case(PENGJIANG, 0)
        count = sum(name.endswith("_indicator") for name in chosen.answers)
        named = {row: f"E{row:03d}.pdf" for row in range(1, count + 1)}
        right = {name: f"%PDF {name}".encode() for name in named.values()} if alone else {}
        for name, content in (right | dict(files)).items():
            if content is not None:
                put(folder / "证据" / name, content)
        typed = {row_name(EVIDENCE_TABLE, row, "file"): name for row, name in named.items()}
        typed[row_name(EVIDENCE_TABLE, 3, "file")] = third
        path = put(folder / "示例公司.xlsx", chosen.with_answers(**typed))
        evidence = HandedInEvidence(handed_in=open_evidence(folder / "证据"), alone=alone)
        return codes(Verifier(evidence=evidence).verify(path).findings)

    return ask


def _damaged(folder: Path) -> list[str]:
    """Evidence in a zip, of which one file that must be compared with another is damaged."""
    path = put(folder / "示例公司.xlsx", case(PENGJIANG, 0).content)
    with zipfile.ZipFile(folder / "证据.zip", "w") as archive:
        for name in ("甲.pdf", "乙.pdf"):
            archive.writestr(name, f"%PDF {name}")
    whole = (folder / "证据.zip").read_bytes()
    put(folder / "证据.zip", whole.replace("%PDF 乙".encode(), "%PDF 丙".encode(), 1))
    chosen = {row_name(EVIDENCE_TABLE, row, "file"): name for row, name in ((1, "甲"), (2, "乙"))}
    put(path, case(PENGJIANG, 0).with_answers(**chosen))
    evidence = HandedInEvidence(handed_in=open_evidence(folder / "证据.zip"), alone=True)
    return codes(Verifier(evidence=evidence).verify(path).findings)


def _no_evidence(folder: Path) -> list[str]:
    found = handed_in_evidence(folder / "没有", (folder,))
    assert isinstance(found, Finding)
    return [found.code]


def _of_older_layout(*words: tuple[str, str]) -> list[str]:
    """The kept workbook of the first layout before a later program, some of its words others."""
    text = (DATA / "workbook_3" / "points.txt").read_text("utf-8")
    for before, after in words:
        text = reworded(text, before, after)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(planning, "LAYOUT", "later")
        known = own_schemes((SCHEMES / "points.md",))[0]
        read = read_content("旧.xlsx", lambda: book_file(text))
        return codes(Verifier(known).judge("旧.xlsx", read).findings)


IDENTITY_CASES: dict[str, Case] = {
    **sown("QA301", "QA302", "QA303", "QA304", "QA305"),
    "QA306": _lost_settings,
    "QA307": _other_settings,
    **sown("QA308"),
    "QA309": lambda folder: codes(own_schemes((), (folder,))[1]),
    "QA310": _review_alone,
    "QA311": _no_settings,
    "QA312": lambda _: _of_older_layout(),
    "QA313": lambda _: _of_older_layout(("证据名称", "名目")),
    "QA314": lambda _: _of_older_layout(("并使全体员工理解", "并使员工理解")),
    "QA315": lambda _: _of_older_layout(('"86.5"}, "formula"', '"99"}, "formula"')),
}


def _of_lost_formulas(folder: Path) -> list[str]:
    chosen = PLAIN
    content = chosen.content
    # The first row holds the formula that the others share.
    for row in chosen.plan.evidence[1:3]:
        content = with_formula(content, chosen.plan, row.status, "NA()", "0")
    return codes(judged(folder, content).findings)


def _of_a_narrow_column(folder: Path) -> list[str]:
    content = narrowed(PLAIN, PLAIN.plan.total.column, "2.1")
    return codes(judged(folder, content).findings)


STRUCTURE_CASES: dict[str, Case] = {
    **sown("QA401", "QA402", "QA403", "QA404", "QA405", "QA406", "QA407", "QA408", "QA409"),
    **sown("QA410", "QA411", "QA412", "QA421", "QA422"),
    **sown("QA431", "QA432", "QA433", "QA434", "QA435", "QA436", "QA437", "QA438"),
    **sown("QA439"),
}
CAUSE_CASES: dict[str, Case] = {
    **sown("QA460", "QA461", "QA462", "QA463", "QA464", "QA465", "QA466", "QA467"),
    **sown("QA468", "QA469"),
}
SEEN_CASES: dict[str, Case] = {
    **sown(
        "QA470", "QA471", "QA472", "QA473", "QA474", "QA475", "QA476", "QA477", "QA478", "QA479"
    ),
    **sown(
        "QA480", "QA481", "QA482", "QA483", "QA484", "QA485", "QA486", "QA487", "QA488", "QA489"
    ),
    **sown("QA490", "QA491", "QA492", "QA493", "QA494"),
    "QA495": _of_lost_formulas,
    **sown("QA496", "QA497"),
    "QA498": _of_a_narrow_column,
    "QA499": lambda folder: codes(judged(folder, without_zeros(Decimal(0))).findings),
}
ANSWER_CASES: dict[str, Case] = {
    **sown("QA501", "QA502", "QA503", "QA504", "QA505", "QA506", "QA507", "QA508", "QA509"),
    "QA510": _typed(lambda chosen: (chosen.score,)),
    "QA511": _typed(_last_row),
    "QA512": lambda folder: codes(judged(folder, filled_bytes(PLAIN.plan, {})).findings),
    **sown("QA521", "QA522", "QA523", "QA524", "QA525", "QA526"),
    **sown("QA527", "QA528", "QA529", "QA530", "QA531"),
    **sown("QA532", "QA533", "QA534", "QA535", "QA536"),
    "QA537": _of_one_text,
}
STAND_IN_CASES: dict[str, Case] = {
    "QA576": _pasted_twice,
    "QA577": _of_another_firm,
    "QA578": _swapped,
    "QA579": _of_another_award,
    **sown("QA580"),
    "QA581": _named("佛山市昌荣电器有限公司", "江门市恒信机电有限公司"),
    "QA582": _named("XX公司", "XX公司"),
}
TOTAL_CASES: dict[str, Case] = {
    **sown("QA601", "QA602"),
    "QA603": _alike({}, {PLAIN.plan.applicant: "乙公司", "note_1_1": "另写的说明"}),
    "QA604": _alike({}, {}),
    "QA605": _alike({}, {PLAIN.plan.applicant: "乙公司", "applicant_credit_code": None}),
    "QA606": _blank_beside,
    "QA607": _half_a_set,
    "QA608": _nearly_alike,
}
EVIDENCE_CASES: dict[str, Case] = {
    **sown("QA701", "QA702", "QA703", "QA704", "QA705"),
    "QA706": _under_terms(
        {row_name(EVIDENCE_TABLE, row, "file"): "手册.pdf" for row in (1, 2, 3, 4)}
    ),
    **sown("QA707"),
    **PROOF_CASES,
    **sown("QA709", "QA710"),
    "QA711": _handing_in({}, "没交的.pdf"),
    "QA712": _handing_in({"E003.pdf": None}, ""),
    "QA713": _handing_in({"E005.pdf": b"%PDF E002.pdf"}),
    "QA714": _handing_in({"E002.pdf": b""}),
    "QA715": _handing_in({"甲/证书.pdf": b"%PDF a", "乙/证书.pdf": b"%PDF bb"}, "证书.pdf"),
    "QA716": _handing_in({"别的.pdf": b"%PDF"}),
    "QA717": _handing_in({"另一家/E001.pdf": b"%PDF", "第三家/x.pdf": b"1"}, alone=False),
    "QA718": _damaged,
    "QA719": _no_evidence,
    "QA720": _none_handed_in,
    **sown("QA721", "QA722", "QA723", "QA724", "QA725", "QA726", "QA727"),
    "QA731": _under_terms({row_name(EVIDENCE_TABLE, 1, "page"): "第 61 页"}),
    **sown("QA751", "QA752", "QA753", "QA755", "QA756", "QA757", "QA758"),
}
DECLARATION_CASES: dict[str, Case] = {
    **sown("QA901", "QA902", "QA903", "QA904", "QA906"),
    **sown("QA911", "QA912", "QA913", "QA914"),
}
CLEAN: dict[str, Case] = {
    "填好的评分表": lambda folder: codes(judged(folder, case(PENGJIANG, 0).content).findings),
    "期限内的证据": _under_terms({}),
    "齐全的证据文件": _handing_in({}),
}

"""Templates of an office's own, and what is written with them and with an office's list."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from builder.cli.verify_outputs import older_ones
from builder.findings.finding import Finding
from builder.model.office import Office
from builder.model.verdict import Status, Verdict
from builder.pipeline import children, marking
from builder.pipeline.batch import Basis
from builder.pipeline.child import Limits
from builder.pipeline.kit_names import KitPart
from builder.pipeline.marking import write_annotated
from builder.pipeline.own_outputs import OwnFolder, write_unless_kept
from builder.pipeline.panel import reviewing
from builder.pipeline.results import open_results
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.returning import write_notices
from builder.pipeline.run import Verified
from builder.pipeline.template_lint import lint_template
from builder.pipeline.templates import shipped_templates
from builder.word.parts import DocumentPlan
from builder.write.annotate.workbook import annotated_workbook
from builder.write.docx.document import write_document
from tests.findings.cases.said import Case, codes, put, said
from tests.support.lists import handed_out, order
from tests.support.panels import reviewed
from tests.support.templates import SHEET, STYLES, logo_parts, shipped_part, template_with
from tests.support.workbooks import MINHANG
from tests.write.documents import KIT, changed, plan

HEAD = ("申报组织", "统一社会信用代码")
NOTED = replace(plan(), page_note="非原文件规定。")


def _document(
    change: Callable[[str], str],
    member: str = "word/document.xml",
    asked: DocumentPlan | None = None,
) -> Case:
    """A document written with the shipped template, one part of it changed."""
    return lambda folder: codes(
        write_document(asked or plan(), changed(folder, change, member)).findings
    )


def _written(old: str, new: str, member: str = "word/document.xml") -> Case:
    return _document(lambda xml: xml.replace(old, new), member)


def _workbook(part: str, old: str, new: str) -> Case:
    """A workbook made with the shipped template, one part of it changed."""

    def ask(folder: Path) -> list[str]:
        before = shipped_part(part).decode()
        after = re.sub(old, lambda _: new, before, count=1, flags=re.DOTALL)
        assert after != before
        template = template_with(folder / "kit.xlsx", {part: after.encode()})
        return codes(lint_template(template))

    return ask


def _with_parts(parts: dict[str, bytes | None]) -> Case:
    return lambda folder: codes(lint_template(template_with(folder / "kit.xlsx", parts)))


def _listed(*rows: tuple[object, ...], hidden: tuple[int, ...] = ()) -> Case:
    return lambda folder: codes(handed_out(order(folder, *rows, hidden=hidden)).findings)


def _on_two_sheets(folder: Path) -> list[str]:
    asked = order(folder, HEAD, ("甲公司",))
    book = openpyxl.load_workbook(asked.applicants)
    book.copy_worksheet(book.worksheets[0]).title = "第二批"
    book.save(asked.applicants)
    return codes(handed_out(asked).findings)


def _of_options(option: str | None) -> Case:
    rows = (("申报组织", "单项"), ("甲公司", option))
    return lambda folder: codes(handed_out(order(folder, *rows, scheme=MINHANG)).findings)


def _no_list(folder: Path) -> list[str]:
    asked = order(folder, HEAD)
    put(asked.applicants, b"PK")
    return codes(handed_out(asked).findings)


def _no_place(folder: Path) -> list[str]:
    """The applicants' documents where the template has no table for what the list says."""
    template = folder / "my.docx"
    with zipfile.ZipFile(KIT) as package, zipfile.ZipFile(template, "w") as copy:
        for name in package.namelist():
            part = package.read(name)
            if name == "word/document.xml":
                part = re.sub(rb"<w:tbl>.*?</w:tbl>", b"", part, count=3, flags=re.DOTALL)
            copy.writestr(name, part)
    asked = order(folder, HEAD, ("甲公司",))
    templates = replace(shipped_templates(), document=template)
    return codes(handed_out(replace(asked, kinds=(KitPart.DOCX,), templates=templates)).findings)


def _no_folder(folder: Path) -> list[str]:
    put(folder / "out", b"")
    return codes(handed_out(order(folder, HEAD, ("甲公司",))).findings)


def _not_annotated(_: Path) -> list[str]:
    refused = annotated_workbook(b"PK", Verdict(path="表.xlsx", status=Status.FINDINGS))
    assert isinstance(refused, Finding)
    return [refused.code]


def _no_review(folder: Path) -> list[str]:
    """The review workbooks of a panel, where the program stumbles over each."""

    def stumbling(*_: object) -> bytes:
        raise ZeroDivisionError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reviewing, "workbook_bytes", stumbling)
        # A panel of another name is made anew.
        return codes(reviewed(folder, called="没有写成").findings)


def _endless(folder: Path) -> list[str]:
    """An annotated file that takes for ever."""

    def endless(*_: object) -> bytes:
        while True:
            pass

    found = Finding.at("QA301", "甲.xlsx")
    verdict = Verdict(path="甲.xlsx", status=Status.FINDINGS, findings=(found,))
    file = ReturnedFile(path=put(folder / "甲.xlsx", b"PK"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(children, "LIMITS", Limits(seconds=0.2))
        patch.setattr(marking, "annotated_workbook", endless)
        return codes(write_annotated(folder, [Verified(file=file, verdict=verdict)]).findings)


def _older(folder: Path) -> list[str]:
    """A letter of an earlier run, where there is nothing to be written any more."""
    write_unless_kept(folder, {"甲-补正通知书.docx": b"letter"})
    made = write_notices(folder, (), Office(), shipped_templates().notice)
    return codes(older_ones(folder, made, "补正通知书"))


def _filled_in(folder: Path) -> list[str]:
    write_unless_kept(folder, {"甲.xlsx": b"handed out"})
    put(folder / "甲.xlsx", b"filled in")
    return codes(write_unless_kept(folder, {"甲.xlsx": b"handed out again"}).findings)


def _kept(folder: Path) -> list[str]:
    put(folder / "甲.xlsx", b"filled in")
    kept = OwnFolder(folder).write_unless_kept("甲.xlsx", b"handed out again")
    return [] if kept is None else [kept.code]


def _astray(*options: str) -> Case:
    """A verification whose outputs are to go to these places below the folder."""

    def ask(folder: Path) -> list[str]:
        asked = put(folder / "甲.xlsx", b"PK")
        places = [word if word.startswith("--") else folder / word for word in options]
        return said("verify", asked, *places)

    return ask


def _results(path: Path) -> tuple[Finding, ...]:
    found = open_results(path, Basis())
    return (found,) if isinstance(found, Finding) else found.notes


DOCUMENT_CASES: dict[str, Case] = {
    "QA801": lambda folder: codes(lint_template(folder / "没有.docx")),
    "QA802": lambda folder: codes(lint_template(put(folder / "坏.docx", b"PK"))),
    "QA803": _written("{{ 版次 }}", "{{ 版本次 }}"),
    "QA804": _written("{{ 版次 }}", "{% set x = 1 %}"),
    "QA805": _document(lambda xml: xml.replace("{%tr endfor %}", "{%p endfor %}", 1)),
    "QA806": _written('"QA填写区"', '"正文1"', "word/styles.xml"),
    "QA807": _written("{{ 清单.标题 }}", "清单"),
    # A scheme file with such a character is refused before; a program may make such a plan.
    "QA808": lambda _: codes(write_document(plan(text="响铃\x07"), KIT).findings),
    "QA809": _document(lambda xml: xml.replace("{{ 页注 }}", ""), "word/header1.xml", NOTED),
}
RETURNING_CASES: dict[str, Case] = {
    "QA810": _not_annotated,
    "QA811": _no_review,
    "QA812": _endless,
    "QA813": _older,
}
CARRIED_CASES: dict[str, Case] = {
    "QA814": _written("<w:body>", '<w:body><w:p><w:fldSimple w:instr="INCLUDETEXT 甲"/></w:p>'),
    "QA815": _written("<w:body>", "<w:body><w:p><w:ins/></w:p>"),
    "QA816": _written("{{ 版次 }}", "｛｛ 版次 ｝｝"),
    "QA817": _written("<w:body>", '<w:body><w:p><w:r><w:commentReference w:id="0"/></w:r></w:p>'),
    "QA818": _document(
        lambda xml: xml.replace("<w:zoom", "<w:trackRevisions/><w:zoom", 1), "word/settings.xml"
    ),
}
WORKBOOK_CASES: dict[str, Case] = {
    "QA851": lambda folder: codes(lint_template(put(folder / "坏.xlsx", b"PK"))),
    "QA852": _workbook(STYLES, 'name="QA标题"', 'name="x"'),
    "QA853": _with_parts({"xl/vbaProject.bin": b"\0"}),
    "QA854": _with_parts(logo_parts(b"no picture")),
    "QA855": _workbook(STYLES, 'locked="0"', 'locked="1"'),
    "QA856": _workbook(SHEET, r'<c r="A1"[^>]*>.*?</c>', '<c r="A1"><f>NOW()</f></c>'),
    "QA857": _workbook(SHEET, "<oddFooter>", f"<oddHeader>{'长' * 151}</oddHeader><oddFooter>"),
}
LIST_CASES: dict[str, Case] = {
    "QA861": _no_list,
    "QA862": _listed(("单位",), ("甲公司",)),
    "QA863": _listed(("申报组织", "联系仁"), ("甲公司", "李四")),
    "QA864": _listed(("申报组织", "申报组织"), ("甲公司", "乙公司")),
    "QA865": _listed(HEAD),
    "QA866": _listed(HEAD, (None, "91350100M000100Y43")),
    "QA867": _listed(HEAD, ("甲公司",), ("甲公司.",)),
    "QA868": _of_options("研发创造"),
    "QA869": _of_options(None),
    "QA870": _listed(HEAD, ("甲公司", "1" * 40)),
    "QA871": _listed((*HEAD, "文件名"), ("甲公司", "", "???")),
    "QA872": _no_place,
    "QA873": _listed(HEAD, ("甲公司",), ("合计：1家",)),
    "QA874": _listed(("申报组织", "统一社会信用代码"), ("甲公司", "91350100M000100Y44")),
    "QA875": _listed(
        ("申报组织", "统一社会信用代码"),
        ("甲公司", "91350100M000100Y43"),
        ("乙公司", "91350100M000100Y43"),
    ),
    "QA876": _listed(HEAD, ("甲公司",), ("乙公司",), hidden=(3,)),
    "QA877": _on_two_sheets,
}
DISK_CASES: dict[str, Case] = {
    "QA891": _no_folder,
    "QA892": _filled_in,
    "QA893": _kept,
    "QA894": _astray("--html", "甲.xlsx"),
    "QA895": _astray("--results", "结果.txt", "--log", "结果.txt"),
    "QA896": lambda folder: codes(_results(put(folder / "笔记", b"my notes\n"))),
    "QA897": _astray("--summary", "汇总.html"),
    "QA898": lambda folder: codes(_results(put(folder / "结果.jsonl", b""))),
}
CLEAN: dict[str, Case] = {
    "自带的文档模板": lambda _: codes(lint_template(shipped_templates().document)),
    "自带的工作簿模板": lambda _: codes(lint_template(shipped_templates().workbook)),
    "名单": _listed(HEAD, ("甲公司", "91350100M000100Y43")),
}

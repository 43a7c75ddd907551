"""Notices that cannot be read, hold no indicator, or whose questions were answered amiss."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from openpyxl import load_workbook

from builder.findings.finding import Finding
from builder.notice.draft import Draft, make_draft
from builder.notice.lines import Notice
from builder.notice.question import Decisions
from builder.notice.reading import converted
from builder.notice.reading.opened import open_notice
from builder.notice.reading.text import read_text
from builder.pipeline.notice import find_target, with_form, write_form
from tests.findings.cases.asked import oddly_called, remarked
from tests.findings.cases.said import Case, codes, put, said
from tests.notice.shapes import Paper, excel

TEXT = "某区质量奖评分表\n1 领导（100分）\n1.1 方向（100分）\n如何做。\n总分100分\n"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")


def _opened(content: bytes, program: str | None = None) -> Case:
    def ask(folder: Path) -> list[str]:
        path = put(folder / "通知", content)
        with (
            patch.object(converted, "office_program", lambda: program),
            patch.object(importlib.util, "find_spec", lambda _: None),
        ):
            told = open_notice(path)
        return codes([told] if isinstance(told, Finding) else [])

    return ask


def _draft(text: str) -> Draft | Finding:
    notice = Notice(path="通知.txt", blocks=read_text(text))
    return make_draft(notice, Decisions(), "draft", "draft.md")


def _no_indicator(_folder: Path) -> list[str]:
    told = _draft("各位同事：\n明天开会。\n")
    return codes([told] if isinstance(told, Finding) else [])


def _form(change: Callable[[Path], None], *, idle: bool = False) -> Case:
    """The form of a draft, changed as by the person who fills it in."""

    def ask(folder: Path) -> list[str]:
        draft = _draft(TEXT)
        assert isinstance(draft, Draft)
        form = folder / "问题.xlsx"
        write_form(form, "标题", draft, Decisions())
        change(form)
        answers = with_form(form, draft, Decisions())
        return codes(answers.idle if idle else answers.findings)

    return ask


def _answered(form: Path) -> None:
    book = load_workbook(form)
    book["问题"]["G4"] = "随便"
    book.save(form)


def _of_another_notice(form: Path) -> None:
    book = load_workbook(form)
    book["问题标识"]["A4"] = "way:别的指标"
    book["问题"]["G4"] = "择一"
    book.save(form)


def _foreign(form: Path) -> None:
    form.write_bytes(excel(Paper(parts=("别的表",))))


def _broken_record(folder: Path) -> list[str]:
    put(folder / "方案.决定.json", b"{")
    told = find_target(folder / "方案.md", update=True)
    return codes([told] if isinstance(told, Finding) else [])


def _imported(folder: Path, *, before: bytes | None = None) -> list[str]:
    notice = put(folder / "通知.txt", TEXT.encode())
    if before is not None:
        put(folder / "方案.md", before)
    return said("import", notice, "-o", folder / "方案.md")


NOTICE_CASES: dict[str, Case] = {
    "QA987": _opened(b""),
    "QA988": _opened(b" \n"),
    "QA989": _opened(_OLD),
    "QA990": _opened(_OLD, program="/bin/false"),
    "QA991": _opened(b"%PDF-1.7\n"),
    "QA992": _no_indicator,
    "QA993": _form(_foreign),
    "QA994": _form(_answered),
    "QA995": _broken_record,
    "QA996": _imported,
    "QA997": lambda folder: _imported(folder, before=b"x"),
    "QA998": remarked,
    "QA999": oddly_called,
}
FORM_CASES: dict[str, Case] = {"QA1332": _form(_of_another_notice, idle=True)}
CLEAN: dict[str, Case] = {"空着的问题表": _form(lambda _: None)}

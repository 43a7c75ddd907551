"""What becomes of one file that was handed in: it is verified, or left out with a reason."""

import re
from dataclasses import replace
from pathlib import PurePath

from builder.findings.finding import Finding
from builder.model.returned_document import is_document
from builder.ooxml.refusal import RefusedError
from builder.pipeline.own_outputs import WRITTEN_FILE
from builder.pipeline.panel.record_files import MERGED_FILE, PROGRESS_FILE, RECORD_FILE, TASK_FILE
from builder.pipeline.returned_files import ReturnedFile
from builder.read.nature import Nature

# What an applicant may send back for a workbook; those that are none are told so one by one.
_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".et", ".ett"})
# Among other files only documents called so are reports: evidence comes in the same formats.
_REPORT = re.compile("申报材料|自评报告|申报书")
_MATERIAL = re.compile("申报材料|自评报告|申报书|申报表|自评.{0,2}打?分表|[评打]分表")
# What Office and WPS leave beside an open file, and what systems add to a folder or an archive.
_LEFTOVERS = ("~$", ".~", "._")
_OF_SYSTEMS = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
# What this program itself keeps beside the files that it writes.
_OF_OURS = frozenset({WRITTEN_FILE, TASK_FILE, MERGED_FILE, RECORD_FILE, PROGRESS_FILE})
# How the record beside a received file ends, after the name of that file.
RECEIVED_ENDING = ".收件记录.jsonl"
# What the reader refuses with better words, whatever the file is called.
_TOLD_ONE_BY_ONE = (Nature.OLD_WORKBOOK, Nature.ENCRYPTED)
# Formats that a material may well have been saved in, and what a person can do about each.
_MATERIALS = {
    Nature.OPEN_SHEET: ("QA261", "OpenDocument 表格（.ods）"),
    Nature.OPEN_TEXT: ("QA262", "OpenDocument 文档（.odt）"),
    Nature.OLD_DOCUMENT: ("QA262", "旧格式的文档（.doc、.wps、.rtf）"),
    Nature.OTHER_ARCHIVE: ("QA263", "不是 zip 格式的压缩包"),
    Nature.BROKEN_ZIP: ("QA263", "文件不完整或已损坏"),
    Nature.HOLLOW: ("QA264", "里面全是空字节，内容已经丢失"),
    Nature.SHORTCUT: ("QA264", "是快捷方式，内容不在里面"),
}
_CALLED = {
    Nature.DOCUMENT: "不是由本程序生成的 Word 文档",
    Nature.SLIDES: "演示文稿",
    Nature.OTHER_OFFICE: "其他办公文件",
    Nature.PDF: "PDF",
    Nature.FIXED_LAYOUT: "OFD 版式文件",
    Nature.PICTURE: "图片",
    Nature.WEB_PAGE: "网页",
    Nature.TEXT: "纯文本",
    Nature.EMPTY: "空文件",
    Nature.UNKNOWN: "认不出格式的文件",
}


def own_name(name: str) -> bool:
    """Whether a file of this name was left by a program, not handed in by a person."""
    ours = name.endswith(RECEIVED_ENDING) or name.casefold() in _OF_SYSTEMS | _OF_OURS
    return ours or name.startswith(_LEFTOVERS)


def may_be_material(finding: Finding) -> bool:
    """Whether a file that was left out could be a material, or an archive that holds one."""
    return (
        finding.code != "QA265" or _MATERIAL.search(PurePath(finding.place.path).name) is not None
    )


def left_out(name: str, code: str, actual: str) -> Finding:
    """A file that is not verified, and why."""
    return Finding.at(code, name, actual=actual)


def refused(name: str, code: str, refusal: RefusedError) -> Finding:
    """A file that cannot be opened, and why, in the words of the refusal."""
    return left_out(name, code, refusal.finding(name).message.rstrip("。"))


def is_report(nature: Nature | RefusedError) -> bool | None:
    """Whether a file of this content is a report or a workbook, ``None`` where its name says it."""
    if nature in (Nature.WORKBOOK, Nature.OLD_WORKBOOK):
        return False
    return True if nature is Nature.REPORT else None


def sorted_in(file: ReturnedFile, nature: Nature | RefusedError) -> ReturnedFile | Finding:
    """The file if it is to be verified, or why it is not; its content may not have been had."""
    named = PurePath(file.name)
    report = is_document(file.name) and _REPORT.search(named.name) is not None
    file = replace(file, report=is_report(nature))
    if nature in (Nature.WORKBOOK, Nature.REPORT):
        return file
    if nature in _TOLD_ONE_BY_ONE or named.suffix.lower() in _WORKBOOKS or report:
        return file
    if isinstance(nature, RefusedError):
        return refused(file.name, "QA264", nature)
    if nature is Nature.BROKEN_ZIP and is_document(file.name):
        return left_out(file.name, "QA262", _MATERIALS[nature][1])
    if nature in _MATERIALS:
        return left_out(file.name, *_MATERIALS[nature])
    called = _CALLED[nature]
    return left_out(file.name, "QA265", f"隐藏的{called}" if named.name.startswith(".") else called)

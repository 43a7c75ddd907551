"""A notice of any kind, opened within bounds; what kind it is its bytes say, not its name."""

import re
from pathlib import Path

from builder.findings.finding import Finding
from builder.model.identity import IDENTITY_PROPERTIES
from builder.notice.lines import Block, Notice
from builder.notice.reading.converted import converted
from builder.notice.reading.pages import read_pages
from builder.notice.reading.sheet import read_sheets
from builder.notice.reading.text import decoded, read_text
from builder.notice.reading.word import read_word
from builder.ooxml.container import Container
from builder.ooxml.file import FileKind, read_bytes, sniff
from builder.ooxml.limits import Budget
from builder.ooxml.package import (
    BINARY_WORKBOOK,
    CONTENT_TYPES_PART,
    DOCUMENTS,
    WORKBOOKS,
    main_part,
    read_content_types,
)
from builder.ooxml.refusal import RefusedError
from builder.read.properties import read_custom_properties
from builder.read.workbook import read_content

_OWN = ("QA987", "QA988", "QA989", "QA990", "QA991")
_UNREAD = {
    FileKind.EMPTY: "这个文件是空的，一个字节也没有",
    FileKind.ENCRYPTED: "这个文件设置了打开密码",
    FileKind.ARCHIVE: "这是压缩包，请先解压",
    FileKind.PICTURE: "这是图片，里面没有文字",
    FileKind.SHORTCUT: "这是快捷方式，不是文件本身",
    FileKind.HOLLOW: "里面全是空字节，内容已经丢失",
    FileKind.WEB_PAGE: "这是网页",
    FileKind.UNKNOWN: "认不出这是什么文件",
}
_OTHER_PACKAGE = "这是压缩包或其他办公文件，不是 Word 文档或 Excel 工作簿"
# How a scheme begins, as somebody wrote it who gives it for its notice.
_HEAD = re.compile(r"---\n(?:.*\n){0,4}?(?:编号|标题|id|title) ?[:：]")
_A_SCHEME = "这已经是一份方案，可以直接检查和生成"
_OURS = "这是本程序生成的材料，不是通知"
_OLD = {
    FileKind.OLD_DOCUMENT: ("docx", ".doc"),
    FileKind.OLD_OFFICE: ("docx", ".wps"),
    FileKind.OLD_WORKBOOK: ("xlsx", ".xls"),
}


def open_notice(path: Path) -> Notice | Finding:
    """The notice at ``path``; every fault of the file is one finding, none is an exception."""
    try:
        blocks = _blocks(read_bytes(path))
    except RefusedError as refusal:
        if refusal.code in _OWN:
            return refusal.finding(str(path))
        return Finding.at("QA987", path, actual=refusal.reason)
    if not any(True for _ in Notice(path=str(path), blocks=blocks).lines):
        return Finding.at("QA988", path)
    return Notice(path=str(path), blocks=blocks)


def _blocks(data: bytes) -> tuple[Block, ...]:
    kind = sniff(data)
    if kind in _UNREAD:
        raise RefusedError("QA987", actual=_UNREAD[kind])
    if kind in _OLD:
        target, suffix = _OLD[kind]
        return _package(converted(data, suffix, target))
    if kind is FileKind.PDF:
        return read_pages(data)
    if kind is FileKind.PACKAGE:
        return _package(data)
    text = decoded(data)
    if text is None:
        raise RefusedError("QA987", actual=_UNREAD[FileKind.UNKNOWN])
    if _HEAD.match(text):
        raise RefusedError("QA987", actual=_A_SCHEME)
    return read_text(text)


def _package(data: bytes) -> tuple[Block, ...]:
    container, budget = Container(data), Budget()
    if CONTENT_TYPES_PART not in container:
        raise RefusedError("QA987", actual=_OTHER_PACKAGE)
    if any(one in read_custom_properties(container, budget) for one in IDENTITY_PROPERTIES):
        raise RefusedError("QA987", actual=_OURS)
    part = main_part(container, budget)
    kind = read_content_types(container, budget).of(part)
    if kind.startswith(DOCUMENTS):
        return read_word(container, part, budget)
    if not kind.startswith(WORKBOOKS) or kind.startswith(BINARY_WORKBOOK):
        raise RefusedError("QA987", actual=_OTHER_PACKAGE)
    read = read_content("", lambda: data)
    if read.workbook is None:
        raise RefusedError("QA987", actual=read.findings[0].message.removesuffix("。"))
    return read_sheets(read.workbook)

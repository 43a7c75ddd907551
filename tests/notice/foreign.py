"""Files that are no notice, or are broken: what a clerk may hand in by mistake."""

import io
import zipfile
from collections.abc import Iterator

from tests.notice.shapes import Paper, Sheet, excel, word

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = word(Paper(parts=("某区政府质量奖评分要点", "1 领导（100分）", "如何做。")))
_EXCEL = excel(Paper(parts=("标题", Sheet(rows=(["一级", "分值"], ["领导", "5"]), heads=1))))


def foreign_files() -> Iterator[tuple[str, bytes]]:
    """Thirty of them by name."""
    yield "空的.docx", b""
    yield "空格.txt", b" \n\t\n"
    yield "只有字节.txt", bytes(range(256)) * 9
    yield "图片.docx", b"\x89PNG\r\n\x1a\n" + bytes(range(99))
    yield "照片.jpg", b"\xff\xd8\xff\xe0" + bytes(range(200))
    yield "网页.doc", "<html><body>评分要点</body></html>".encode()
    yield "邮件网页.docx", b"MIME-Version: 1.0\r\n\r\n<html>"
    yield "压缩包.zip", _zip({"通知.docx": _WORD})
    yield "压缩包.rar", b"Rar!\x1a\x07\x00" + bytes(99)
    yield "压缩包.7z", b"7z\xbc\xaf\x27\x1c" + bytes(99)
    yield "文稿.odt", _zip({"mimetype": b"application/vnd.oasis.opendocument.text"})
    yield "演示.pptx", _zip({"[Content_Types].xml": _TYPES, "_rels/.rels": _rels("ppt/a.xml")})
    yield "没有正文.docx", _without(_WORD, "word/document.xml")
    yield "没有类型.docx", _without(_WORD, "[Content_Types].xml")
    yield "没有关系.docx", _without(_WORD, "_rels/.rels")
    yield "截断.docx", _WORD[: len(_WORD) // 2]
    yield "截断.xlsx", _EXCEL[: len(_EXCEL) // 2]
    yield "坏正文.docx", _with(_WORD, "word/document.xml", b"<w:document")
    yield "带实体.docx", _with(_WORD, "word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>')
    yield "空正文.docx", _with(_WORD, "word/document.xml", _EMPTY)
    yield "没有工作表.xlsx", _without(_EXCEL, "xl/worksheets/sheet1.xml")
    yield "坏工作表.xlsx", _with(_EXCEL, "xl/worksheets/sheet1.xml", b"<worksheet")
    yield "加密.docx", _OLE + "EncryptedPackage".encode("utf-16-le")
    yield "坏的旧版.ppt", _OLE + bytes(600)
    yield "坏PDF.pdf", b"%PDF-1.7\nnothing"
    yield "炸弹.docx", _with(_WORD, "word/document.xml", b" " * 30_000_000)
    yield "别的信.txt", "各位同事：\n明天下午三点开会。\n办公室\n".encode()
    yield "名单.xlsx", excel(Paper(parts=(Sheet(rows=(["姓名", "电话"], ["甲", "1"]), heads=1),)))
    yield "代码.py", b"import os\nprint(os.name)\n"
    yield "伪装.docx", "评分要点\x00\x01".encode() * 9


_TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.'
    b'presentationml.presentation.main+xml"/></Types>'
)
_EMPTY = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body/></w:document>"
)


def _rels(target: str) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{kind}" Target="{target}"/></Relationships>'
    ).encode()


def _zip(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _without(content: bytes, part: str) -> bytes:
    parts = _parts(content)
    del parts[part]
    return _zip(parts)


def _with(content: bytes, part: str, changed: bytes) -> bytes:
    return _zip({**_parts(content), part: changed})

"""Reports that nest, repeat, fetch or run something, made from a good one."""

import io
import zipfile
from collections.abc import Callable
from functools import partial

from tests.hostile.made import HostileFile, packed
from tests.support.reports import filled_report
from tests.support.workbooks import PENGJIANG

BODY, STYLES, FOOTER = "word/document.xml", "word/styles.xml", "word/footer1.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TABLE = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"


def report_parts() -> dict[str, bytes]:
    """The parts of the good report."""
    with zipfile.ZipFile(io.BytesIO(filled_report(PENGJIANG))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _edited(part: str, old: str, new: str) -> bytes:
    held = report_parts()
    before = held[part].decode()
    assert old in before
    return packed({**held, part: before.replace(old, new, 1).encode()})


def _begun(write: Callable[[], str]) -> bytes:
    """The report with something before all others."""
    return _edited(BODY, "<w:body>", f"<w:body>{write()}")


def _nested(levels: int) -> str:
    inside = "<w:p/>"
    for _ in range(levels):
        inside = _TABLE.format(inside)
    return inside


def _linked(kind: str, target: str) -> bytes:
    link = f'<Relationship Id="rIdX" Type="{_OFFICE}/{kind}" Target="{target}"'
    return _edited(
        "word/_rels/document.xml.rels",
        "</Relationships>",
        f'{link} TargetMode="External"/></Relationships>',
    )


def _run(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


DOCUMENTS = tuple(
    HostileFile(name=name, make=make, codes=codes, suffix=".docx")
    for name, make, codes in (
        ("表格套表格", partial(_begun, partial(_nested, 60)), ("QA222",)),
        ("表格套到底", partial(_begun, partial(_nested, 5000)), ("QA222",)),
        (
            "很多套着的表格",
            partial(_begun, lambda: _nested(30) * 300),
            ("QA222",),
        ),
        (
            "没有尽头的标记",
            partial(_begun, lambda: "<w:smartTag>" * 100_000),
            ("QA222",),
        ),
        (
            "文本框套文本框",
            partial(
                _begun,
                lambda: (
                    "<w:p><w:r><w:pict><w:txbxContent>" * 100
                    + "</w:txbxContent></w:pict></w:r></w:p>" * 100
                ),
            ),
            ("QA222",),
        ),
        ("几十万个段落", partial(_begun, lambda: "<w:p/>" * 150_000 * 2 + "<w:p/>"), ("QA222",)),
        (
            "一百万字",
            partial(_begun, lambda: _run("".join(map(chr, range(20000, 40000))) * 51)),
            ("QA222",),
        ),
        (
            "样式的长链",
            lambda: _edited(
                STYLES,
                "</w:styles>",
                "".join(
                    f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>'
                    for n in range(150_000)
                )
                + "</w:styles>",
            ),
            ("QA222",),
        ),
        (
            "样式绕圈",
            lambda: _edited(
                STYLES,
                "</w:styles>",
                '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
                '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>',
            ),
            (),
        ),
        (
            "正文有实体",
            lambda: _edited(BODY, "?>", '?><!DOCTYPE x [<!ENTITY a "b">]>'),
            ("QA231",),
        ),
        ("取网上的图片", partial(_linked, "image", "http://127.0.0.1/x.png"), ("QA256",)),
        ("取网上的模板", partial(_linked, "attachedTemplate", "http://127.0.0.1/t"), ("QA256",)),
        ("框架网页", partial(_linked, "frame", "http://127.0.0.1/"), ("QA256",)),
        (
            "DDE域",
            partial(_begun, lambda: '<w:p><w:fldSimple w:instr="DDEAUTO cmd"/></w:p>'),
            ("QA257",),
        ),
        (
            "页脚里取文件",
            lambda: _edited(
                FOOTER, "</w:p>", '<w:fldSimple w:instr="INCLUDETEXT /etc/passwd"/></w:p>'
            ),
            ("QA256",),
        ),
        (
            "嵌入对象的文档",
            lambda: _edited(
                "word/_rels/document.xml.rels",
                "</Relationships>",
                f'<Relationship Id="rIdX" Type="{_OFFICE}/oleObject" Target="o.bin"/>'
                "</Relationships>",
            ),
            ("QA258",),
        ),
        ("文档的宏", lambda: packed({**report_parts(), "word/vbaProject.bin": b"\0"}), ("QA251",)),
    )
)

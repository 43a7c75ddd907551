"""Files that would run, fetch or impersonate something, or carry it into our own outputs."""

import re
from collections.abc import Callable
from functools import partial

from builder.formula.value import Value
from tests.hostile.made import BOOK, SHEET, TYPES, HostileFile, edited, packed, parts
from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case

_EXTERNAL = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _answered(**answers: Value) -> bytes:
    return case(PENGJIANG, 0).with_answers(**answers)


def _organisation(name: str) -> Callable[[], bytes]:
    return lambda: _answered(**{case(PENGJIANG, 0).plan.applicant: name})


def _related(kind: str, target: str, content: bytes, *, external: bool = False) -> bytes:
    """The workbook with one more part that it leads to."""
    held = parts()
    links = held["xl/_rels/workbook.xml.rels"].decode()
    mode = ' TargetMode="External"' if external else ""
    entry = f'<Relationship Id="rIdX" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'
    held["xl/_rels/workbook.xml.rels"] = links.replace(
        "</Relationships>", f"{entry}</Relationships>"
    ).encode()
    if not external:
        held[f"xl/{target}"] = content
    return packed(held)


def _macros() -> bytes:
    held = parts()
    held[TYPES] = (
        held[TYPES]
        .replace(b"spreadsheetml.sheet.main+xml", b"x")
        .replace(
            b"application/vnd.openxmlformats-officedocument.x",
            b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        )
    )
    held["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0"
    return packed(held)


def _typed_formula(formula: str) -> bytes:
    """A formula in the cell of the first score."""
    sheet = parts()[SHEET].decode()
    found = re.search(r'<c r="F4"( s="\d+")>.*?</c>', sheet)
    assert found is not None
    cell = f'<c r="F4"{found[1]}><f>{formula}</f><v>20</v></c>'
    return packed({**parts(), SHEET: sheet.replace(found[0], cell, 1).encode()})


def _identity(old: str, new: str) -> bytes:
    """Every carrier of identity changed alike."""
    held = {name: content.replace(old.encode(), new.encode()) for name, content in parts().items()}
    return packed(held)


CONTENTS = (
    HostileFile(name="宏", make=_macros, codes=("QA251",)),
    HostileFile(
        name="外部链接",
        make=partial(_related, "externalLink", "externalLinks/externalLink1.xml", _EXTERNAL),
        codes=("QA252",),
    ),
    HostileFile(
        name="DDE",
        make=partial(_typed_formula, "cmd|'/C calc'!A0"),
        codes=("QA253", "QA505"),
    ),
    HostileFile(
        name="嵌入对象",
        make=lambda: packed({**parts(), "xl/embeddings/oleObject1.bin": b"\xd0\xcf"}),
        codes=("QA254",),
    ),
    HostileFile(
        name="数据连接",
        make=partial(_related, "connections", "connections.xml", b"<connections/>"),
        codes=("QA255",),
    ),
    HostileFile(
        name="取网页的公式",
        make=partial(_typed_formula, 'WEBSERVICE("http://127.0.0.1/")'),
        codes=("QA505",),
    ),
    HostileFile(name="自己引用自己", make=partial(_typed_formula, "F4+1"), codes=("QA505",)),
    HostileFile(name="名称是公式文字", make=_organisation("=cmd|'/C calc'!A0")),
    HostileFile(
        name="名称是超链接公式", make=_organisation('=HYPERLINK("http://127.0.0.1/","点")')
    ),
    HostileFile(name="名称是加号开头", make=_organisation("+1+1")),
    HostileFile(name="名称是网页脚本", make=_organisation("<script>alert(1)</script>")),
    HostileFile(name="名称是模板标签", make=_organisation("{{ 7*7 }}{% raw %}")),
    HostileFile(name="名称是路径", make=_organisation("../../etc/passwd")),
    HostileFile(name="名称带控制符", make=_organisation("甲\x1b[31m公司\x07")),
    HostileFile(name="名称带换行", make=_organisation("甲公司\n【通过】乙公司")),
    HostileFile(
        name="冒充别的方案",
        make=partial(_identity, "pengjiang-manufacturing", "xinhui-service"),
        codes=("QA303",),
    ),
    HostileFile(
        name="方案是路径",
        make=partial(_identity, "pengjiang-manufacturing", "../../../etc/passwd"),
        codes=("QA302",),
    ),
    HostileFile(name="名称指到别处", make=lambda: edited(BOOK, "$F$4<", "$F$5<"), codes=("QA432",)),
)

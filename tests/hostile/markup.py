"""Files whose parts are not what they say, or say more than any reader should listen to."""

import hashlib
import re
from functools import partial

from tests.hostile.made import (
    BOOK,
    GUIDE,
    LINKS,
    SHEET,
    STRINGS,
    STYLES,
    TYPES,
    HostileFile,
    edited,
    packed,
    parts,
    with_part,
)

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "哈"}">' for n in range(10))
# Does not deflate, so that what stands beside it is not refused for deflating too well.
_NOISE = hashlib.shake_256(b"").hexdigest(400_000)


def _document_type(part: str, declarations: str, said: str = "") -> bytes:
    """A part with a document type, and a text that uses it."""
    before = parts()[part].decode()
    root = re.search(r"<(\w+)[ >]", before)
    assert root is not None
    place = root.start()
    after = f"{before[:place]}<!DOCTYPE {root[1]} [{declarations}]>{before[place:]}"
    return with_part(part, after.replace("</t>", f"{said}</t>", 1).encode())


def _cells(more: str) -> bytes:
    """The scoring sheet with more rows at its end."""
    return edited(SHEET, "</sheetData>", f"{more}</sheetData>")


def _first_score(content: str, kind: str = "") -> bytes:
    """The first typed score with another content."""
    sheet = parts()[SHEET].decode()
    found = re.search(r'<c r="F4"( s="\d+")>.*?</c>', sheet)
    assert found is not None
    cell = f'<c r="F4"{found[1]}{kind}>{content}</c>'
    return with_part(SHEET, sheet.replace(found[0], cell, 1).encode())


def _prefixed() -> bytes:
    """The scoring sheet with every element in a prefix, as some programs write it."""
    sheet = parts()[SHEET].decode()
    sheet = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", sheet)
    return with_part(SHEET, sheet.replace(f'xmlns="{_MAIN}"', f'xmlns:x="{_MAIN}"').encode())


def _strict() -> bytes:
    changed = {
        name: content.replace(_MAIN.encode(), _STRICT.encode()) for name, content in parts().items()
    }
    return packed(changed)


def _in_encoding(encoding: str) -> bytes:
    sheet = parts()[SHEET].decode().replace("UTF-8", encoding, 1)
    return with_part(SHEET, sheet.encode(encoding))


def _dimension(area: str) -> bytes:
    sheet = parts()[SHEET].decode()
    place = sheet.index("<sheetViews>")
    return with_part(SHEET, f'{sheet[:place]}<dimension ref="{area}"/>{sheet[place:]}'.encode())


def _sheets(count: int) -> bytes:
    more = "".join(f'<sheet name="多{n}" sheetId="{n + 100}" r:id="rId1"/>' for n in range(count))
    return edited(BOOK, "</sheets>", f"{more}</sheets>")


def _rule(count: int) -> str:
    rule = '<cfRule type="expression" priority="1"/>'
    rule = f'<conditionalFormatting sqref="A1">{rule}</conditionalFormatting>'
    return rule * count


_LONG = "A1+" * 5000 + "A1"
_SHARED = (
    f'<row r="900"><c r="A900"><f t="shared" ref="A900:A5999" si="77">{_LONG}</f></c></row>'
    + "".join(
        f'<row r="{n}"><c r="A{n}"><f t="shared" si="77"/></c></row>' for n in range(901, 5000)
    )
)

MARKUP = (
    HostileFile(
        name="实体膨胀", make=partial(_document_type, STRINGS, _LAUGHS, "&l9;"), codes=("QA231",)
    ),
    HostileFile(
        name="外部实体",
        make=partial(_document_type, STRINGS, '<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"),
        codes=("QA231",),
    ),
    HostileFile(
        name="外部文档类型",
        make=partial(_document_type, SHEET, '<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;'),
        codes=("QA231",),
    ),
    HostileFile(
        name="工作簿部件有实体", make=partial(_document_type, BOOK, _LAUGHS), codes=("QA231",)
    ),
    HostileFile(
        name="关系部件有实体", make=partial(_document_type, LINKS, _LAUGHS), codes=("QA231",)
    ),
    HostileFile(
        name="类型部件有实体", make=partial(_document_type, TYPES, _LAUGHS), codes=("QA231",)
    ),
    HostileFile(
        name="样式部件有实体", make=partial(_document_type, STYLES, _LAUGHS), codes=("QA231",)
    ),
    HostileFile(
        name="标记不完整", make=lambda: edited(SHEET, "</sheetData>", ""), codes=("QA230",)
    ),
    HostileFile(name="部件是空的", make=lambda: with_part(SHEET, b""), codes=("QA230",)),
    HostileFile(
        name="部件是图片", make=lambda: with_part(SHEET, b"\x89PNG\r\n\x1a\n"), codes=("QA230",)
    ),
    HostileFile(name="GBK编码的部件", make=partial(_in_encoding, "GBK"), codes=("QA230",)),
    HostileFile(name="UTF-16编码的部件", make=partial(_in_encoding, "UTF-16")),
    HostileFile(name="十万层嵌套", make=lambda: _cells("<row>" * 100_000), codes=("QA222",)),
    HostileFile(
        name="没完的标记", make=lambda: _cells(f'<row x="{_NOISE * 2}"/>'), codes=("QA222",)
    ),
    HostileFile(
        name="二十万个属性",
        make=lambda: _cells("<row " + " ".join(f'a{n}=""' for n in range(200_000)) + "/>"),
        codes=("QA222",),
    ),
    HostileFile(name="带前缀的标记", make=_prefixed),
    HostileFile(name="严格格式", make=_strict),
    HostileFile(name="虚假的范围", make=partial(_dimension, "A1:XFD1048576")),
    HostileFile(name="错误的范围", make=partial(_dimension, "不是范围")),
    HostileFile(
        name="远处的单元格",
        make=lambda: _cells('<row r="1048576"><c r="XFD1048576" t="str"><v>远</v></c></row>'),
        codes=("QA491",),
    ),
    HostileFile(
        name="表外的单元格",
        make=lambda: _cells('<row r="1048577"><c r="A1048577"/></row>'),
        codes=("QA240",),
    ),
    HostileFile(
        name="第零行", make=lambda: _cells('<row r="0"><c r="A0"/></row>'), codes=("QA240",)
    ),
    HostileFile(
        name="整张表的合并",
        make=lambda: edited(
            GUIDE, "</mergeCells>", '<mergeCell ref="A1:XFD1048576"/></mergeCells>'
        ),
        codes=("QA489",),
    ),
    HostileFile(
        name="两万个合并",
        make=lambda: edited(
            GUIDE, "</mergeCells>", '<mergeCell ref="X1:Y1"/>' * 20_001 + "</mergeCells>"
        ),
        codes=("QA222",),
    ),
    HostileFile(name="两万张工作表", make=partial(_sheets, 20_000), codes=("QA246",)),
    HostileFile(name="两张表一个部件", make=partial(_sheets, 1), codes=("QA246",)),
    HostileFile(
        name="三十万个单元格",
        make=lambda: _cells(("<row>" + "<c/>" * 1000 + "</row>") * 301 + f"<!--{_NOISE}-->"),
        codes=("QA222",),
    ),
    HostileFile(
        name="将近一百万个空行",
        make=lambda: _cells("<row/>" * 999_000 + f"<!--{_NOISE}-->"),
    ),
    HostileFile(
        name="十万条条件格式",
        make=lambda: edited(SHEET, "</sheetData>", f"</sheetData>{_rule(100_000)}<!--{_NOISE}-->"),
        codes=("QA222",),
    ),
    HostileFile(
        name="两万条数据验证",
        make=lambda: edited(
            SHEET, "</sheetData>", "</sheetData>" + '<dataValidation sqref="A1"/>' * 20_001
        ),
        codes=("QA222",),
    ),
    HostileFile(
        name="二十万个名称",
        make=lambda: edited(
            BOOK,
            "<definedNames>",
            "<definedNames>"
            + "".join(f'<definedName name="n{n}">1</definedName>' for n in range(200_000)),
        ),
        codes=("QA222",),
    ),
    HostileFile(name="共享公式炸弹", make=lambda: _cells(_SHARED), codes=("QA222",)),
    HostileFile(
        name="十万字的单元格",
        make=lambda: _first_score(f"<v>{'长' * 100_001}</v>", ' t="str"'),
        codes=("QA222",),
    ),
    HostileFile(
        name="两万字的公式", make=lambda: _first_score(f"<f>{'1+' * 10_000}1</f>"), codes=("QA222",)
    ),
    HostileFile(
        name="五千位的数", make=lambda: _first_score(f"<v>{'9' * 5000}</v>"), codes=("QA241",)
    ),
    HostileFile(name="天文指数", make=lambda: _first_score("<v>1e999999999</v>"), codes=("QA241",)),
    HostileFile(name="不是数的数", make=lambda: _first_score("<v>NaN</v>"), codes=("QA241",)),
    HostileFile(
        name="没有的文字", make=lambda: _first_score("<v>99999999</v>", ' t="s"'), codes=("QA242",)
    ),
    HostileFile(
        name="没有的格式",
        make=lambda: edited(SHEET, '<c r="F4" s="', '<c r="F4" s="9999'),
        codes=("QA243",),
    ),
    HostileFile(
        name="没有的共享公式",
        make=lambda: _first_score('<f t="shared" si="9999"/>'),
        codes=("QA244",),
    ),
    HostileFile(
        name="没有的类型", make=lambda: _first_score("<v>1</v>", ' t="zz"'), codes=("QA247",)
    ),
    HostileFile(
        name="单元格两次",
        make=lambda: edited(SHEET, '<c r="F4"', '<c r="F4"><v>1</v></c><c r="F4"'),
        codes=("QA245",),
    ),
    HostileFile(
        name="指向外面的工作表",
        make=lambda: (
            edited(
                LINKS,
                'Target="worksheets/sheet3.xml"',
                'Target="http://127.0.0.1/s.xml" TargetMode="External"',
            )
            if 'Target="worksheets/sheet3.xml"' in parts()[LINKS].decode()
            else edited(
                LINKS,
                'Target="/xl/worksheets/sheet3.xml"',
                'Target="http://127.0.0.1/s.xml" TargetMode="External"',
            )
        ),
        codes=("QA233",),
    ),
    HostileFile(
        name="缺少工作表部件",
        make=lambda: packed({n: c for n, c in parts().items() if n != SHEET}),
        codes=("QA232",),
    ),
)

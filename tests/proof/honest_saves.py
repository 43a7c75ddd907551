"""What programs write differently when they save a workbook, of which nothing is told."""

import re
from collections.abc import Mapping
from functools import partial

from tests.proof.honest_looks import Route
from tests.proof.rewriting import (
    MAIN,
    MICROSOFT,
    NUMBER,
    by_openpyxl,
    inline,
    noisy,
    prefixed,
    rules_in_extension,
    stored,
    streamed,
    strict,
    texts_turned,
)
from tests.proof.saving import (
    LINKS,
    OFFICE,
    SHEETS,
    TYPES,
    one_by_one,
    related,
    swap,
    with_more,
    written,
)
from tests.verify.tampering import PROPERTIES, STRINGS, WORKBOOK, packed, parts_of

_COMPATIBLE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr"'
    f' xmlns:x14ac="{MICROSOFT}/spreadsheetml/2009/9/ac"'
    f' xmlns:xr="{MICROSOFT}/spreadsheetml/2014/revision"'
)


def _property(name: str, value: str, number: int) -> str:
    return (
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{value}</vt:lpwstr></property></Properties>"
    )


def said(*properties: tuple[str, str]) -> Route:
    """A file in whose properties a program notes something of its own."""
    entries = [_property(*one, number) for number, one in enumerate(properties, start=40)]
    return written(*((PROPERTIES, swap("</Properties>", entry)) for entry in entries))


_NO_PROTECTION = (SHEETS, swap(r"<sheetProtection[^>]*/>", ""))
_LABEL = "MSIP_Label_0b9ad4b4-2c6e-4d6e-9c3e-5a1d2b3c4d5e_"
SAVES: Mapping[str, Route] = {
    "Excel": one_by_one(
        written(
            (SHEETS, swap("<worksheet ", f'<worksheet {_COMPATIBLE} xr:uid="{{0-0-0}}" ', 1)),
            (SHEETS, swap(r'<row r="(\d+)"', r'<row r="\1" spans="1:12" x14ac:dyDescent="0.25"')),
            (SHEETS, swap("<sheetViews>", '<dimension ref="A1:L70"/><sheetViews>')),
            (
                SHEETS,
                swap("<pageMargins", '<phoneticPr fontId="1" type="noConversion"/><pageMargins'),
            ),
            (
                WORKBOOK,
                swap("<workbookPr", '<fileVersion appName="xl" lastEdited="7"/><workbookPr'),
            ),
            (WORKBOOK, swap("</workbook>", '<calcPr calcId="191029"/></workbook>')),
            ("docProps/app", swap("builder", "Microsoft Excel")),
        ),
        related(f"{OFFICE}/calcChain", "calcChain.xml", f'<calcChain xmlns="{MAIN}"/>'),
    ),
    "Excel of a Mac": written(
        ("docProps/app", swap("builder", "Microsoft Macintosh Excel")),
        ("xl/styles", swap('val="(宋体|微软雅黑|Microsoft YaHei)"', 'val="PingFang SC"')),
        (SHEETS, swap("<sheetFormatPr ", '<sheetFormatPr baseColWidth="10" ')),
    ),
    "Excel in a browser": one_by_one(
        written(
            ("docProps/app", swap("builder", "Microsoft Excel Online")),
            (SHEETS, swap("<sheetPr>", '<sheetPr codeName="Sheet1">')),
        ),
        with_more(docMetadata__LabelInfo_xml="<clbl:labelList/>"),
    ),
    "labels of secrecy": said(
        (f"{_LABEL}Enabled", "true"), (f"{_LABEL}Name", "内部"), ("ContentTypeId", "0x0101")
    ),
    "WPS": one_by_one(
        said(("KSOProductBuildVer", "2052-12.1.0.18276"), ("ICV", "5F3A9C2B1D_13")),
        written(
            ("docProps/app", swap("builder", "WPS 表格")),
            (SHEETS, swap("<sheetFormatPr[^>]*/>", '<sheetFormatPr defaultColWidth="9"/>')),
            (SHEETS, swap("<worksheet ", '<worksheet xmlns:etc="http://www.wps.cn/etCustomData" ')),
            (SHEETS, swap("</worksheet>", "<etc:x><etc:y/></etc:x></worksheet>")),
            (
                WORKBOOK,
                swap("<workbookPr", '<fileVersion appName="xl" lowestEdited="5"/><workbookPr'),
            ),
        ),
    ),
    "WPS with its own texts": written(
        (
            STRINGS,
            swap(
                r"<si><t([^>]*)>([^<]+)</t></si>",
                r'<si><r><rPr><sz val="11"/><rFont val="宋体"/><charset val="134"/></rPr>'
                r"<t\1>\2</t></r></si>",
            ),
        ),
    ),
    "WPS in the cloud": one_by_one(
        said(("WPS_DOC_ID", "cbQx8nKz"), ("commondata", "eyJoZGlkIjoiMCJ9")),
        with_more(**{"customXml__item1.xml": '<s:p xmlns:s="http://www.wps.cn/s"/>'}),
    ),
    "Google Sheets": one_by_one(
        written(
            _NO_PROTECTION,
            ("docProps/app", swap("<Application>builder</Application>", "")),
            (SHEETS, swap(r' customHeight="1"', "")),
            (SHEETS, swap(r"<headerFooter>.*?</headerFooter>", "")),
            (SHEETS, swap(r"<printOptions[^>]*/>|<pageSetup [^>]*/>", "")),
            (WORKBOOK, swap(r"<workbookProtection[^>]*/>", "")),
            (WORKBOOK, swap("</workbook>", "<calcPr/></workbook>")),
        ),
        inline,
    ),
    "Google Sheets with another theme": written(
        ("xl/theme", swap('name="[^"]*"', 'name="Sheets"', 1)),
        (
            "xl/theme",
            swap(r'(<a:accent\d>\s*)<a:srgbClr val="\w+"/>', r'\1<a:srgbClr val="4285F4"/>'),
        ),
    ),
    "no theme": lambda chosen: packed(
        {
            name: re.sub(rb"<Relationship [^>]*theme1[^>]*/>", b"", body)
            for name, body in parts_of(chosen.content).items()
            if not name.startswith("xl/theme")
        }
    ),
    "openpyxl": by_openpyxl,
    "the Open XML SDK": written((SHEETS, prefixed), (STRINGS, prefixed)),
    "strict Open XML": strict,
    "texts in their cells": inline,
    "texts in another order": texts_turned,
    "numbers with all their digits": written((SHEETS, partial(NUMBER.sub, noisy))),
    "rules in an extension": written((SHEETS, rules_in_extension)),
    "not compressed": stored,
    "sent while it was written": streamed,
    "with a byte order mark": written((SHEETS, "\ufeff".__add__), (STRINGS, "\ufeff".__add__)),
    "paths from the root": written((LINKS, swap('Target="', 'Target="/xl/'))),
    "types by default": written(
        (TYPES, swap(r'<Override PartName="/xl/charts/[^>]*/>', "")),
        (
            TYPES,
            swap(
                "<Types([^>]*)>",
                r'<Types\1><Default Extension="bin" ContentType='
                '"application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>',
            ),
        ),
    ),
    "settings of a printer": written(
        (SHEETS, swap("<pageSetup ", '<pageSetup horizontalDpi="600" copies="2" ')),
    ),
    "formulas to be calculated always": written((SHEETS, swap("<f>", '<f ca="1" aca="0">'))),
    "formulas of arrays that spill": written(
        (SHEETS, swap('<c (r="E2"[^>/]*)>', r'<c \1 cm="1">'))
    ),
    "blank rows below": written(
        (
            SHEETS,
            swap(
                "</sheetData>",
                '<row r="5000" spans="1:9"/><row r="5001" s="3" '
                'customFormat="1"><c r="A5001" s="3"/></row></sheetData>',
            ),
        ),
    ),
    "columns taken together": written(
        (SHEETS, swap(r"</cols>", '<col min="30" max="16384" width="9" style="0"/></cols>')),
    ),
    "styles named otherwise": written(
        (
            "xl/styles",
            swap(
                "</styleSheet>",
                '<colors><mruColors><color rgb="FF00B0F0"/></mruColors>'
                "</colors><extLst><ext/></extLst></styleSheet>",
            ),
        ),
    ),
    "a person's own names": written(
        (
            WORKBOOK,
            swap(
                "</definedNames>",
                "<definedName name=\"我的合计\">'自评打分'!$G$4:$G$9"
                '</definedName><definedName name="_xlnm.Print_Area" localSheetId="2">'
                "'自评打分'!$A$1:$J$30</definedName></definedNames>",
            ),
        ),
    ),
    "a signature": with_more(
        **{
            "_xmlsignatures__origin.sigs": "",
            "_xmlsignatures__sig1.xml": '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>',
        }
    ),
    "data of a document server": with_more(
        **{
            "customXml__item1.xml": "<p:properties xmlns:p='urn:p'/>",
            "customXml__itemProps1.xml": "<ds:datastoreItem xmlns:ds='urn:d'/>",
            "docProps__thumbnail.emf": "",
        }
    ),
    "marked as final": said(("_MarkAsFinal", "true")),
    "metadata of rich values": related(
        f"{OFFICE}/sheetMetadata", "metadata.xml", f'<metadata xmlns="{MAIN}"/>'
    ),
    "comments of many people": related(
        f"{MICROSOFT}/2017/10/relationships/person", "persons/person.xml", "<personList/>"
    ),
    "read only by advice": written(
        (WORKBOOK, swap("<workbookPr", '<fileSharing readOnlyRecommended="1"/><workbookPr')),
    ),
    "days from 1904": written((WORKBOOK, swap("<workbookPr ", '<workbookPr date1904="1" '))),
}

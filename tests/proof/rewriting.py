"""The same workbook as other programs write it down, part by part."""

import io
import re
import zipfile

import openpyxl

from tests.proof.saving import LINKS, SHEETS
from tests.verify.judged import Case
from tests.verify.tampering import STRINGS, packed, parts_of

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MICROSOFT = "http://schemas.microsoft.com/office"
_STRICT = (
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
        "http://purl.oclc.org/ooxml/officeDocument/customProperties",
    ),
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
        "http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
    ),
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/",
        "http://purl.oclc.org/ooxml/officeDocument/",
    ),
    (MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
    ("http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/"),
)
NUMBER = re.compile(r"(<c [^>]*?>(?:<f[^>]*>[^<]*</f>|<f[^>]*/>)?<v>)(\d+)\.(\d+)(</v>)")


def inline(chosen: Case) -> bytes:
    """Every text stands in its cell, and there is no list of texts."""
    found = parts_of(chosen.content)
    texts = re.findall(r"<si>(.*?)</si>", found.pop(STRINGS).decode(), re.DOTALL)

    def stand(match: re.Match[str]) -> str:
        return f'{match[1]} t="inlineStr"><is>{texts[int(match[2])]}</is></c>'

    for name in found:
        if name.startswith(SHEETS):
            text = re.sub(r'(<c [^>]*?) t="s"><v>(\d+)</v></c>', stand, found[name].decode())
            found[name] = text.encode()
    found[LINKS] = re.sub(rb"<Relationship [^>]*sharedStrings[^>]*/>", b"", found[LINKS])
    return packed(found)


def texts_turned(chosen: Case) -> bytes:
    """The list of texts in another order, and with some that are used no more."""
    found = parts_of(chosen.content)
    texts = re.findall(r"<si>.*?</si>", found[STRINGS].decode(), re.DOTALL)
    last = len(texts) - 1
    head = f'<sst xmlns="{MAIN}" count="{len(texts)}" uniqueCount="{len(texts)}">'
    found[STRINGS] = f"{head}{''.join(reversed(texts))}<si><t>旧</t></si></sst>".encode()

    def turned(match: re.Match[str]) -> str:
        return f' t="s"><v>{last - int(match[1])}</v>'

    for name in found:
        if name.startswith(SHEETS):
            found[name] = re.sub(r' t="s"><v>(\d+)</v>', turned, found[name].decode()).encode()
    return packed(found)


def prefixed(xml: str) -> str:
    """Every element of the main vocabulary under a prefix, as the Open XML SDK writes it."""
    xml = xml.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')
    return re.sub(r"<(/?)(?![?!])(?=\w+[\s/>])", r"<\1x:", xml)


def strict(chosen: Case) -> bytes:
    found = parts_of(chosen.content)
    for name, body in found.items():
        text = body.decode()
        for old, new in _STRICT:
            text = text.replace(old, new)
        found[name] = text.encode()
    return packed(found)


def noisy(match: re.Match[str]) -> str:
    """The nearest binary fraction written with all its digits."""
    return f"{match[1]}{float(f'{match[2]}.{match[3]}'):.17g}{match[4]}"


def stored(chosen: Case) -> bytes:
    """A package that is not compressed, its parts in another order, with folders of their own."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        package.writestr("xl/", b"")
        package.writestr("xl/worksheets/", b"")
        for name, body in sorted(parts_of(chosen.content).items(), reverse=True):
            package.writestr(name, body)
    return buffer.getvalue()


class _Stream(io.BytesIO):
    """Something that can only be written on to."""

    def tell(self) -> int:
        """There is no going back; raises ``OSError``."""
        raise OSError


def streamed(chosen: Case) -> bytes:
    """A package written while it was sent: sizes follow the parts."""
    stream = _Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in parts_of(chosen.content).items():
            package.writestr(name, body)
    return stream.getvalue()


def by_openpyxl(chosen: Case) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(chosen.content))
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _in_extension(rule: str) -> str:
    cells = re.search(r' sqref="([^"]*)"', rule)
    assert cells is not None
    named = rule.replace(cells[0], "").replace("dataValidation", "x14:dataValidation")
    named = re.sub(r"<(/?)formula(\d)>", r"<\1x14:formula\2>", named)
    named = re.sub(r"(<x14:formula\d>)(.*?)(</x14:formula\d>)", r"\1<xm:f>\2</xm:f>\3", named)
    end = "</x14:dataValidation>"
    return named.replace(end, f"<xm:sqref>{cells[1]}</xm:sqref>{end}")


def rules_in_extension(xml: str) -> str:
    """Rules that look into another sheet stand in an extension, as Excel 2010 saved them."""
    found = re.findall(r"<dataValidation .*?</dataValidation>", xml, re.DOTALL)
    moved = [rule for rule in found if 'type="list"' in rule]
    if not moved:
        return xml
    made = ""
    for rule in moved:
        xml = xml.replace(rule, "")
        made += _in_extension(rule)
    extension = (
        '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"'
        f' xmlns:x14="{MICROSOFT}/spreadsheetml/2009/9/main">'
        f'<x14:dataValidations count="{len(moved)}" xmlns:xm="{MICROSOFT}/excel/2006/main">'
        f"{made}</x14:dataValidations></ext></extLst></worksheet>"
    )
    xml = re.sub(r"<dataValidations[^>]*></dataValidations>", "", xml)
    return xml.replace("</worksheet>", extension)

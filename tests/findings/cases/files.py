"""Files that come back and cannot be read, or hold what is read over."""

import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from builder.pipeline import batch, children
from builder.pipeline.batch import Basis
from builder.pipeline.child import Limits
from builder.pipeline.intake import take_in
from builder.pipeline.run import verify_all
from builder.read.workbook import read_content
from tests.findings.cases.said import Case, codes, put, verified
from tests.hostile.catalogue import HOSTILE_FILES
from tests.pipeline.test_intake import OPEN_SHEET, OPEN_TEXT, packed
from tests.read.packages import MAIN, content_types_xml, parts, written
from tests.read.packages import codes as read
from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"


def _of_type(main_type: str) -> Case:
    package = {**parts(), "[Content_Types].xml": content_types_xml(main_type)}
    return lambda folder: read(written(folder, package))


def _hostile(code: str) -> Case:
    (file, *_) = (file for file in HOSTILE_FILES if code in file.codes)
    return lambda _: codes(read_content("表.xlsx", file.make).findings)


def _received(folder: Path) -> Path:
    return put(folder / "收件" / "甲.xlsx", case(PENGJIANG, 0).content)


def _forbidden(folder: Path) -> list[str]:
    def forbidden(_path: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    path = written(folder, parts())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", forbidden)
        return read(path)


def _slow(folder: Path) -> list[str]:
    def endless(_name: str, _content: object) -> None:
        while True:
            pass

    path = _received(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(children, "LIMITS", Limits(seconds=0.2))
        patch.setattr(batch, "read_content", endless)
        return verified(path)


def _raising(error: type[Exception]) -> Case:
    """A file that ends its reading so."""

    def ask(folder: Path) -> list[str]:
        def reading(_name: str, _content: object) -> None:
            raise error

        path = _received(folder)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(batch, "read_content", reading)
            return verified(path)

    return ask


def _deadly(folder: Path) -> list[str]:
    def deadly(_name: str, _content: object) -> None:
        os._exit(1)

    for name in ("乙.xlsx", "丙.xlsx"):
        put(_received(folder).with_name(name), b"x")
    with pytest.MonkeyPatch.context() as patch:
        # Processes are copies here, so that they have this too.
        patch.setattr(batch, "read_content", deadly)
        run = verify_all(take_in((folder / "收件",)), Basis(), jobs=2, kept=None)
        return [code for each in run for code in codes(each.verdict.findings)]


def _bomb(folder: Path) -> list[str]:
    path = folder / "收件.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("甲.xlsx", b"0" * 30_000_000)
    return verified(path)


def _oddly_packed(folder: Path) -> list[str]:
    path = folder / "收件.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("甲.xlsx", case(PENGJIANG, 0).content)
    return verified(path)


def _beside(name: str, content: bytes) -> Case:
    """A folder with a completed workbook and this."""

    def ask(folder: Path) -> list[str]:
        put(_received(folder).with_name(name), content)
        return verified(folder / "收件")

    return ask


def _linked(folder: Path) -> list[str]:
    path = _received(folder)
    path.with_name("快捷方式").symlink_to(folder / "没有")
    return verified(path.parent)


def _locked(folder: Path) -> list[str]:
    """A workbook in an archive that says of itself that it has a password."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("甲.xlsx", b"locked")
    content = bytearray(packed.getvalue())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return verified(put(folder / "收件.zip", bytes(content)))


FILE_CASES: dict[str, Case] = {
    "QA201": lambda folder: read(folder / "没有.xlsx"),
    "QA202": read,
    "QA203": _forbidden,
    "QA204": lambda folder: read(folder / ("长" * 2000)),
    **{code: _hostile(code) for code in ("QA205", "QA206", "QA207")},
    "QA208": _of_type(WORD),
    **{code: _hostile(code) for code in ("QA209", "QA210", "QA211", "QA212", "QA213", "QA214")},
    "QA215": _of_type(BINARY),
    "QA216": _slow,
    "QA217": _raising(MemoryError),
    "QA218": verified,
    "QA219": lambda folder: verified(
        put(folder / "申报材料.docx", OLE + "EncryptedPackage".encode("utf-16-le"))
    ),
    "QA220": _hostile("QA220"),
    "QA221": _bomb,
    **{code: _hostile(code) for code in ("QA222", "QA223", "QA224", "QA225", "QA226", "QA227")},
    "QA228": _oddly_packed,
    "QA229": _locked,
    **{code: _hostile(code) for code in ("QA230", "QA231", "QA232", "QA233")},
    "QA234": lambda folder: read(
        written(folder, {**parts(), "xl/worksheets/s.xml": f'<workbook xmlns="{MAIN}"/>'})
    ),
    "QA235": lambda folder: verified(put(folder / "甲.xlsx", bytes(5000))),
    "QA236": lambda folder: verified(put(folder / "甲.xlsx", b"\x89PNG")),
    "QA237": lambda folder: verified(put(folder / "甲.xlsx", b"[InternetShortcut]")),
    "QA238": lambda folder: verified(put(folder / "甲.docx", case(PENGJIANG, 0).content)),
    **{code: _hostile(code) for code in ("QA240", "QA241", "QA242", "QA243", "QA244", "QA245")},
    **{code: _hostile(code) for code in ("QA246", "QA247")},
    **{code: _hostile(code) for code in ("QA251", "QA252", "QA253", "QA254", "QA255")},
}
LEFT_OUT_CASES: dict[str, Case] = {
    "QA261": _beside("甲.ods", OPEN_SHEET),
    "QA262": _beside("甲.odt", OPEN_TEXT),
    "QA263": _beside("甲.rar", b"Rar!\x1a\x07"),
    "QA264": _linked,
    "QA265": _beside("证书.pdf", b"%PDF-1.7"),
    "QA266": _beside("证书.zip", packed(("证书.pdf", b"%PDF-1.7"))),
}
BATCH_CASES: dict[str, Case] = {"QA830": _deadly, "QA831": _raising(ZeroDivisionError)}
CLEAN: dict[str, Case] = {
    "最小的工作簿": lambda folder: read(written(folder, parts())),
    "收件的文件夹": _beside(".DS_Store", b"x"),
    "填好的评分表": lambda folder: verified(_received(folder)),
}

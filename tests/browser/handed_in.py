"""What companies hand in: sets of files that are put before the page and the command line."""

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from builder.kit.planning import plan_workbook
from builder.load.office import load_office
from tests.hostile.catalogue import HOSTILE_FILES
from tests.hostile.made import HostileFile
from tests.oracles.libreoffice import save_again, save_document_again
from tests.proof.faults import sown_faults
from tests.proof.report_routes import honest_contents
from tests.proof.reports import ReportFault, changed_report, sown_reports
from tests.proof.seeding import Sown
from tests.support.answers import complete_answers
from tests.support.reports import complete_workbook, filled_report
from tests.support.workbooks import (
    MINHANG,
    OFFICE_BANDED,
    PENGJIANG,
    SCHEME_IDS,
    WUHAN,
    filled_bytes,
    shipped_scheme,
)
from tests.verify.judged import case

Files = Mapping[str, bytes]
Drawn = TypeVar("Drawn")
WORKBOOK, REPORT, EVIDENCE = "评分表.xlsx", "申报材料.docx", "证据"
FAULTS = 12
# So many faulty reports, and so many written in other ways.
_FAULTY_REPORTS, _OTHER_REPORTS = 4, 3
SETTINGS = """\
name: 某区质量办
year: 2026
return_to: [地址：某路1号]
more_fields:
  - {name: main_product, caption: 主导产品, kind: text}
"""


@dataclass(frozen=True, kw_only=True)
class HandedIn:
    """One set of files under their relative names; below ``EVIDENCE`` lies the evidence.

    ``with_settings`` is for the page of an office with settings of its own.
    """

    name: str
    make: Callable[[], Files]
    with_settings: bool = False

    def laid_out(self, folder: Path) -> tuple[Path, ...]:
        """The files put into a folder, and those beside the evidence in their order."""
        for name, content in self.make().items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return tuple(sorted(path for path in folder.iterdir() if path.name != EVIDENCE))


def honest() -> tuple[HandedIn, ...]:
    """Good workbooks of every award."""
    return tuple(
        HandedIn(name=f"好的评分表 {kit}", make=partial(_workbook, kit))
        for kit in (*SCHEME_IDS, OFFICE_BANDED)
    )


def faulty(count: int) -> tuple[HandedIn, ...]:
    """Workbooks with faults, drawn evenly from all that are sown elsewhere."""
    return tuple(
        HandedIn(name=f"种下的错误 {place}", make=partial(_sown, place, count))
        for place in range(count)
    )


def reports() -> tuple[HandedIn, ...]:
    """Reports without their workbook, good, faulty and written in other ways."""
    return (
        HandedIn(name="好的申报材料", make=lambda: {REPORT: filled_report(WUHAN)}),
        *(
            HandedIn(name=f"申报材料里的错误 {place}", make=partial(_faulty_report, place))
            for place in range(_FAULTY_REPORTS)
        ),
        *(
            HandedIn(name=f"另一种写法的申报材料 {place}", make=partial(_other_report, place))
            for place in range(_OTHER_REPORTS)
        ),
    )


def saved_by_libreoffice() -> tuple[HandedIn, ...]:
    """Files that another program saved again."""
    return (
        HandedIn(name="另存的评分表", make=partial(_saved_workbook, WUHAN)),
        HandedIn(name="另存的一对", make=partial(_saved_pair, PENGJIANG)),
    )


def together() -> tuple[HandedIn, ...]:
    """Pairs, files of several companies, zips, evidence, and what an office has set."""
    return (
        HandedIn(name="一对", make=partial(_pair, PENGJIANG)),
        HandedIn(name="不合的一对", make=_mismatched),
        HandedIn(name="两个奖项的四个文件", make=_two_companies),
        HandedIn(name="同一文件两份", make=lambda: {"甲.xlsx": _good(), "乙.xlsx": _good()}),
        HandedIn(name="一个压缩包", make=lambda: {"甲公司.zip": zipped(_pair(PENGJIANG))}),
        HandedIn(name="压缩包里的压缩包", make=_nested),
        HandedIn(
            name="压缩包和别的", make=lambda: {"收件.zip": zipped(_others()), "己.xlsx": _good()}
        ),
        HandedIn(name="证据齐全", make=lambda: {WORKBOOK: _good(), **_evidence()}),
        HandedIn(name="证据缺一份", make=lambda: {WORKBOOK: _good(), **_evidence(leave_out=1)}),
        HandedIn(name="不认识的文件", make=_others),
        HandedIn(name="本单位设置", make=_with_settings, with_settings=True),
        HandedIn(name="没有用本单位设置", make=partial(_pair, PENGJIANG), with_settings=True),
    )


def hostile() -> tuple[HandedIn, ...]:
    """Every hostile file, and a good one beside it."""
    return tuple(
        HandedIn(name=f"恶意 {file.name}", make=partial(_hostile, file)) for file in HOSTILE_FILES
    )


def every_set() -> Iterator[HandedIn]:
    """All of them."""
    for kind in (honest(), faulty(FAULTS), reports(), saved_by_libreoffice(), together()):
        yield from kind
    yield from hostile()


def zipped(files: Files) -> bytes:
    """A zip of files."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def _good() -> bytes:
    return case(PENGJIANG, 0).content


def _workbook(kit: str) -> Files:
    return {WORKBOOK: complete_workbook(kit)}


@cache
def _all_sown() -> tuple[Sown, ...]:
    return tuple(sown_faults())


def _sown(place: int, count: int) -> Files:
    return {WORKBOOK: _drawn(_all_sown(), place, count).make()}


def _faulty_report(place: int) -> Files:
    return _report(_drawn(tuple(sown_reports(PENGJIANG)), place, _FAULTY_REPORTS))


def _other_report(place: int) -> Files:
    return _report(_drawn(tuple(honest_contents(MINHANG)), place, _OTHER_REPORTS))


def _drawn(every: Sequence[Drawn], place: int, count: int) -> Drawn:
    return every[len(every) * place // count]


def _report(one: ReportFault) -> Files:
    return {REPORT: changed_report(one.kit, one.sow, one.edit)}


def _hostile(file: HostileFile) -> Files:
    return {f"一{file.suffix}": file.make(), "二.xlsx": _good()}


def _pair(kit: str) -> dict[str, bytes]:
    return {WORKBOOK: complete_workbook(kit), REPORT: filled_report(kit)}


def _mismatched() -> Files:
    fault = next(one for one in sown_reports(PENGJIANG) if one.name.startswith("form "))
    return {WORKBOOK: complete_workbook(PENGJIANG), **_report(fault)}


def _two_companies() -> Files:
    return {
        f"{company}-{name}": content
        for company, kit in (("甲公司", PENGJIANG), ("乙公司", MINHANG))
        for name, content in _pair(kit).items()
    }


def _nested() -> Files:
    return {"收件.zip": zipped({"甲公司.zip": zipped(_pair(PENGJIANG)), "乙.xlsx": _good()})}


def _others() -> dict[str, bytes]:
    return {
        "丁.xlsx": _good(),
        "丙.pdf": b"%PDF-1.7\n",
        "乙.rar": b"Rar!\x1a\x07\x00",
        "戊.et": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "说明": b"text",
    }


def _evidence(*, leave_out: int = 0) -> dict[str, bytes]:
    names = [
        value
        for name, value in case(PENGJIANG, 0).answers.items()
        if name.startswith("evidence_") and name.endswith("_name")
    ]
    return {f"{EVIDENCE}/{name}.pdf": f"%PDF {name}".encode() for name in names[leave_out:]}


def _with_settings() -> Files:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "本单位.yaml"
        path.write_text(SETTINGS, "utf-8")
        office = load_office(path).office
    assert office is not None
    plan = plan_workbook(shipped_scheme(PENGJIANG), office)
    return {WORKBOOK: filled_bytes(plan, complete_answers(plan))}


@cache
def _saved_workbook(kit: str) -> Files:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / WORKBOOK
        path.write_bytes(complete_workbook(kit))
        (saved,) = save_again([path], Path(name), calculate=False)
        return {WORKBOOK: saved.read_bytes()}


@cache
def _saved_pair(kit: str) -> Files:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / REPORT
        path.write_bytes(filled_report(kit))
        return {**_saved_workbook(kit), REPORT: save_document_again(path).read_bytes()}

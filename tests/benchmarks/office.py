"""What an office does in bulk, and what a kit costs whoever opens it."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from builder.book.evaluation import Evaluation
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import APPLICANT
from builder.load.library import shipped_schemes
from builder.pipeline.choosing import Wanted, every_kit
from builder.pipeline.distribution import Distribution, Order
from builder.pipeline.kit import build_kit, kit_file
from builder.pipeline.kit_names import KitPart
from builder.pipeline.kits_of_scheme import open_scheme
from builder.pipeline.templates import shipped_templates
from builder.write.xlsx.look import Look
from builder.write.xlsx.personal import PersonalWorkbook
from builder.write.xlsx.workbook import read_look, workbook_bytes
from tests.benchmarks.measure import Comparison, compare
from tests.benchmarks.table import FileSize
from tests.benchmarks.xlsxwriter_reference import written_by_xlsxwriter
from tests.support.answers import complete_answers
from tests.support.lists import save_list
from tests.support.workbooks import shipped_plan, shipped_scheme

SCHEME = "pengjiang-manufacturing"
PERSONAL_AIM = "≤ 0.05"
BULK_AIM = "≤ 1"
APPLICANTS, BUILDS = 1000, 60
# Work of many seconds is not repeated as often as work of milliseconds.
FEW_RUNS = 3
# Opens a file, calculates every formula and saves; half of it is starting the program.
_ALWAYS_CALCULATE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def office_comparisons(runs: int) -> Iterator[Comparison]:
    """Personal files against builds, a whole list against builds, and LibreOffice's own time."""
    few = min(runs, FEW_RUNS)
    yield _personal(runs)
    with tempfile.TemporaryDirectory() as folder:
        yield _bulk(Path(folder), few)
    if shutil.which("soffice") is not None:
        for scheme_id in ("pengjiang-manufacturing", "suihua-mayor"):
            with tempfile.TemporaryDirectory() as folder:
                yield _recalculation(scheme_id, Path(folder), few)


def file_sizes() -> Iterator[FileSize]:
    """The files of the first kit of every shipped scheme."""
    templates = shipped_templates()
    for path in shipped_schemes():
        scheme = open_scheme(path.stem).scheme
        if scheme is None:
            raise LookupError(path)
        kit = every_kit(scheme)[0]
        workbook, _ = kit_file(kit, KitPart.XLSX, templates)
        document, _ = kit_file(kit, KitPart.DOCX, templates)
        yield FileSize(
            name=path.stem,
            choice="".join(option for _, option in kit.chosen),
            workbook=len(workbook or b""),
            document=len(document or b""),
        )


def _look() -> Look:
    look = read_look(shipped_templates().workbook)
    if not isinstance(look, Look):
        raise TypeError(look.message)
    return look


def _personal(runs: int) -> Comparison:
    plan = shipped_plan(SCHEME)
    complete = complete_answers(plan)
    names = [item.name for item in plan.inputs if item.cell.sheet == APPLICANT]
    answers = {name: complete[name] for name in names if name in complete}
    workbook = PersonalWorkbook(plan, workbook_bytes(plan, _look(), {}), tuple(answers))
    return compare(
        f"预填一份 {SCHEME} 评分表（由生成好的文件）",
        lambda: workbook.filled(answers),
        "重新排版、计算、写出一份",
        lambda: workbook_bytes(plan_workbook(shipped_scheme(SCHEME)), _look(), answers),
        aim=PERSONAL_AIM,
        runs=runs,
    )


def _bulk(folder: Path, runs: int) -> Comparison:
    rows = [(f"示例公司{number}", "91350100M000100Y43") for number in range(APPLICANTS)]
    listed = save_list(folder / "名单.xlsx", ("申报组织", "统一社会信用代码"), *rows)
    order = Order(
        scheme=SCHEME,
        applicants=listed,
        folder=folder / "ours",
        kinds=tuple(KitPart),
        wanted=Wanted(),
        templates=shipped_templates(),
    )

    def ours() -> None:
        shutil.rmtree(folder / "ours", ignore_errors=True)
        distribution = Distribution(order)
        for applicant in distribution.applicants:
            distribution.hand_out(applicant)
        distribution.close()
        if distribution.written != 2 * APPLICANTS:
            raise ValueError(distribution.findings)

    def theirs() -> None:
        for _ in range(BUILDS):
            build_kit(SCHEME, folder / "theirs", None)

    return compare(
        f"按名单生成 {APPLICANTS} 份 {SCHEME}（评分表和申报材料，写到磁盘）",
        ours,
        f"逐份生成 {BUILDS} 份",
        theirs,
        aim=BULK_AIM,
        runs=runs,
    )


def _recalculation(scheme_id: str, folder: Path, runs: int) -> Comparison:
    plan = shipped_plan(scheme_id)
    evaluation = Evaluation(plan, {})
    for cell, _ in plan.formulas:
        evaluation.value(cell)
    ours, theirs = folder / "ours.xlsx", folder / "theirs.xlsx"
    ours.write_bytes(workbook_bytes(plan, _look(), {}))
    theirs.write_bytes(written_by_xlsxwriter(plan, evaluation))
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_ALWAYS_CALCULATE, encoding="utf-8")

    def saved(path: Path) -> None:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        words = ("--headless", "--convert-to", "xlsx", "--outdir", str(folder / "saved"), str(path))
        subprocess.run(["soffice", profile, *words], check=True, capture_output=True, timeout=120)

    return compare(
        f"LibreOffice 打开、全部重算并另存 {scheme_id}",
        lambda: saved(ours),
        "XlsxWriter 写的同样内容",
        lambda: saved(theirs),
        aim="",
        runs=runs,
    )

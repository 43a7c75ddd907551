"""What carrying answers over to the next edition costs beside filling in new kits."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from builder.formula.value import Value
from builder.kit.planning import plan_workbook
from builder.pipeline.carry.order import OldKit
from builder.pipeline.carry.run import carry_all
from builder.pipeline.kit import kit_file
from builder.pipeline.kit_names import KitPart
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.templates import shipped_templates
from builder.write.xlsx.workbook import workbook_bytes
from tests.benchmarks.cases import RATIOS
from tests.benchmarks.measure import Comparison, milliseconds
from tests.editions.pairs import PAIRS
from tests.pipeline.carry.carried import order_to, written
from tests.support.answers import complete_answers
from tests.support.reports import filled_report
from tests.support.workbooks import PENGJIANG, shipped_look, shipped_plan, shipped_scheme

CARRY_AIM = "≤ 3"
FILES, BUILDS = 1000, 60


def carry_comparisons(files: int = FILES, builds: int = BUILDS) -> Iterator[Comparison]:
    """Workbooks alone, and with their reports."""
    for kinds in ((KitPart.XLSX,), tuple(KitPart)):
        with tempfile.TemporaryDirectory() as folder:
            yield _carry(Path(folder), kinds, files, builds)


def _carry(folder: Path, kinds: tuple[KitPart, ...], files: int, builds: int) -> Comparison:
    pair = next(one for one in PAIRS if one.name == "points moved")
    order = order_to(written(folder, pair))
    plan = shipped_plan(PENGJIANG)
    filled = [complete_answers(plan, ratio=ratio) for ratio in RATIOS]
    books = [folder / f"{number}.xlsx" for number in range(len(RATIOS))]
    for path, answers in zip(books, filled, strict=True):
        path.write_bytes(workbook_bytes(plan, shipped_look(), answers))
    report = folder / "report.docx"
    report.write_bytes(filled_report(PENGJIANG))
    both = KitPart.DOCX in kinds
    kits = [
        OldKit(workbook=ReturnedFile(path=path), report=ReturnedFile(path=report) if both else None)
        for path in islice(cycle(books), files)
    ]

    carrying = carry_all(kits, order, folder / "new")

    def ours() -> None:
        made = next(carrying)
        if len(made.paths) != len(kinds):
            raise ValueError(made)

    def theirs(answers: Mapping[str, Value]) -> None:
        scheme, templates = shipped_scheme(PENGJIANG), shipped_templates()
        content = workbook_bytes(plan_workbook(scheme), shipped_look(), answers)
        (folder / "one.xlsx").write_bytes(content)
        if both:
            (folder / "one.docx").write_bytes(kit_file(scheme, KitPart.DOCX, templates)[0] or b"")

    # In turn: over the hours that all take, the speed of the machine drifts.
    our_times, their_times = [], []
    for number in range(files):
        our_times.append(milliseconds(ours))
        if number * builds // files != (number + 1) * builds // files:
            their_times.append(milliseconds(partial(theirs, filled[number % len(filled)])))
    shutil.rmtree(folder / "new")

    what = "评分表和申报材料" if both else "评分表"
    return Comparison(
        name=f"沿用 {files} 份 {PENGJIANG} 的{what}到新的版次（每份，写到磁盘）",
        reference=f"逐份生成并预填同样内容的{what}",
        ours=sum(our_times) / files,
        theirs=sum(their_times) / builds,
        aim=CARRY_AIM,
    )

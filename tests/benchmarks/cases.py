"""What is measured, each beside a reference in the same run."""

import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from xml.parsers import expat

import openpyxl

from builder.book.evaluation import Evaluation
from builder.kit.limits import check_limits
from builder.kit.planning import plan_workbook
from builder.load.library import find_scheme, shipped_folder
from builder.load.lint import lint_scheme
from builder.model.scheme import Scheme
from builder.pipeline.verify import Verifier
from builder.write.xlsx.look import Look
from builder.write.xlsx.workbook import read_look, workbook_bytes
from tests.benchmarks.measure import Comparison, compare
from tests.benchmarks.xlsxwriter_reference import written_by_xlsxwriter
from tests.support.answers import complete_answers

SCHEMES = ("pengjiang-manufacturing", "xinhui-service")
BUILD_AIM = "≤ 1.5"
VERIFY_AIM = "≤ 0.135"
BARE_AIM = "≤ 6"
# What the files of one batch are scored with, each of their answers about this part of its points.
# Several stand for the batch: after another program's work the first of ours is not one in a batch.
RATIOS = (Decimal("0.5"), Decimal("0.6"), Decimal("0.7"), Decimal("0.8"), Decimal("0.9"))


def comparisons(runs: int) -> Iterator[Comparison]:
    """Every comparison, for every scheme; LibreOffice's file only where it is installed."""
    for scheme_id in SCHEMES:
        yield _build(scheme_id, runs)
    with tempfile.TemporaryDirectory() as folder:
        for scheme_id in SCHEMES:
            place = Path(folder) / scheme_id
            filled = _filled(scheme_id, place)
            yield from _verify(scheme_id, filled, "刚填好", runs)
            if saved := _saved_by_libreoffice(filled, place / "saved"):
                yield from _verify(scheme_id, saved, "LibreOffice 另存", runs)


def _scheme(scheme_id: str) -> Scheme:
    path, _ = find_scheme(scheme_id)
    scheme = None if path is None else lint_scheme(path).scheme
    if scheme is None:
        raise LookupError(scheme_id)
    return scheme


def _look() -> Look:
    look = read_look(shipped_folder("templates") / "xlsx" / "kit.xlsx")
    if not isinstance(look, Look):
        raise TypeError(look.message)
    return look


def _filled(scheme_id: str, folder: Path) -> tuple[Path, ...]:
    folder.mkdir()
    plan = plan_workbook(_scheme(scheme_id))
    paths = tuple(folder / f"{number}.xlsx" for number in range(len(RATIOS)))
    for path, ratio in zip(paths, RATIOS, strict=True):
        path.write_bytes(workbook_bytes(plan, _look(), complete_answers(plan, ratio=ratio)))
    return paths


def _build(scheme_id: str, runs: int) -> Comparison:
    plan = plan_workbook(_scheme(scheme_id))
    evaluation = Evaluation(plan, {})
    for cell, _ in plan.formulas:
        evaluation.value(cell)

    def ours() -> None:
        scheme = _scheme(scheme_id)
        made = plan_workbook(scheme)
        check_limits(made, scheme)
        workbook_bytes(made, _look(), {})

    return compare(
        f"生成 {scheme_id}（读方案、检查、排版、计算、写出）",
        ours,
        "XlsxWriter 只写出同样内容",
        lambda: written_by_xlsxwriter(plan, evaluation),
        aim=BUILD_AIM,
        runs=runs,
    )


def _verify(scheme_id: str, paths: Sequence[Path], origin: str, runs: int) -> Iterator[Comparison]:
    verifier = Verifier()
    verifier.verify(paths[0])
    name = f"核验 {scheme_id}（{origin}）"
    reference = "openpyxl 读两遍"
    yield compare(
        f"{name}，成批中的一个",
        _each(verifier.verify, paths),
        reference,
        _each(read_twice, paths),
        aim=VERIFY_AIM,
        runs=runs,
        pieces=len(paths),
    )
    yield compare(
        f"{name}，成批中的一个",
        _each(verifier.verify, paths),
        "只解压并用 expat 走一遍同样的部件",
        _each(_parsed, paths),
        aim=BARE_AIM,
        runs=runs,
        pieces=len(paths),
    )
    yield compare(
        f"{name}，连同读方案和排版",
        lambda: Verifier().verify(paths[0]),
        reference,
        lambda: read_twice(paths[0]),
        aim="",
        runs=runs,
    )


def _each(work: Callable[[Path], object], paths: Sequence[Path]) -> Callable[[], None]:
    """The same work on one file after the other."""

    def all_of_them() -> None:
        for path in paths:
            work(path)

    return all_of_them


def read_twice(path: Path) -> None:
    """Read a workbook with openpyxl as a verifier would have to: its formulas, then its values."""
    openpyxl.load_workbook(path)
    openpyxl.load_workbook(path, data_only=True)


def _parsed(path: Path) -> None:
    """Inflate and parse every part with handlers that do nothing."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                parser = expat.ParserCreate()
                parser.StartElementHandler = _nothing
                parser.EndElementHandler = _nothing
                parser.CharacterDataHandler = _nothing
                parser.Parse(archive.read(name), True)  # noqa: FBT003 - expat takes it by place


def _nothing(*_told: object) -> None:
    """Hear of an element or a text, as any reader must."""


def _saved_by_libreoffice(paths: Sequence[Path], folder: Path) -> tuple[Path, ...]:
    """The same files after LibreOffice saved them; none where there is no LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        return ()
    subprocess.run(
        [
            program,
            f"-env:UserInstallation=file://{folder}-profile",
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(folder),
            *map(str, paths),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return tuple(folder / path.name for path in paths)

"""``python -m tests.proof``: sow every fault, try honest files; ``--write`` renews the page.

Takes some minutes; LibreOffice saves the honest files again where it is installed.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from builder.pipeline.verify import Verifier
from tests.docs.pages import PROOF, renewed, text_of
from tests.proof.faults import sown_faults
from tests.proof.honest import PER_SCHEME, honest_files, saved_again
from tests.proof.honest_routes import BOOK_ROUTES, is_blameless
from tests.proof.report import BEGIN, END, Outcome, proof_table
from tests.proof.report_contents import sown_contents
from tests.proof.report_routes import REPORT_ROUTES, honest_contents
from tests.proof.reports import saved_by_libreoffice, sown_reports, told, told_of
from tests.proof.seeding import good
from tests.support.workbooks import SCHEME_IDS, kits_named


def main() -> None:
    """Measure and report."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = proof_table(
            (_recall(folder), _report_recall(), *_honest(folder), *_honest_pairs(folder))
        )
    sys.stdout.write("\n".join(lines) + "\n")
    if "--write" in sys.argv[1:]:
        PROOF.write_text(renewed(text_of(PROOF), BEGIN, END, lines), "utf-8")


def _recall(folder: Path) -> Outcome:
    path, verifier = folder / "sown.xlsx", Verifier()
    count = right = 0
    for sown in sown_faults():
        path.write_bytes(sown.make())
        count += 1
        right += sown.is_found(verifier.verify(path))
    return Outcome(name="种下的错误，恰好各报一条", count=count, right=right)


def _report_recall() -> Outcome:
    count = right = 0
    for kit in SCHEME_IDS:
        for fault in (*sown_reports(kit), *sown_contents(kit)):
            count += 1
            right += fault.told == list(fault.expected)
    return Outcome(name="种在申报材料里的错误，恰好报出该报的", count=count, right=right)


def _honest_pairs(folder: Path) -> list[Outcome]:
    kits = [kit for scheme_id in SCHEME_IDS for kit in kits_named(scheme_id)]
    right = sum(told(kit) == [] for kit in kits)
    outcomes = [Outcome(name="填好的申报材料与评分表，没有一条问题", count=len(kits), right=right)]
    routes = [route for kit in SCHEME_IDS for route in honest_contents(kit)]
    outcomes.append(
        Outcome(
            name=f"同样的申报材料由 {len(REPORT_ROUTES)} 条路交回，没有一条冤枉",
            count=len(routes),
            right=sum(route.told == list(route.expected) for route in routes),
        )
    )
    if shutil.which("soffice"):
        again = [told_of(kit, saved_by_libreoffice(kit, folder)) for kit in kits]
        outcomes.append(
            Outcome(
                name="同样的申报材料经 LibreOffice 另存，没有一条问题",
                count=len(kits),
                right=again.count([]),
            )
        )
    return outcomes


def _honest(folder: Path) -> list[Outcome]:
    files = list(honest_files(folder, PER_SCHEME))
    outcomes = [_unblamed("任意有效的答案，本工具写出，没有一条问题", files)]
    outcomes.append(_by_routes(folder))
    if shutil.which("soffice"):
        saved = saved_again(files, folder / "office")
        outcomes.append(_unblamed("同样的文件经 LibreOffice 另存，没有一条问题", saved))
    return outcomes


def _by_routes(folder: Path) -> Outcome:
    path, verifier = folder / "route.xlsx", Verifier()
    count = right = 0
    for scheme_id in SCHEME_IDS:
        for name, route in BOOK_ROUTES.items():
            path.write_bytes(route(good(scheme_id)))
            count += 1
            right += is_blameless(name, verifier.verify(path))
    name = f"同样的评分表由 {len(BOOK_ROUTES)} 条路交回，没有一条冤枉"
    return Outcome(name=name, count=count, right=right)


def _unblamed(name: str, files: list[Path]) -> Outcome:
    verifier = Verifier()
    right = sum(not verifier.verify(path).findings for path in files)
    return Outcome(name=name, count=len(files), right=right)


if __name__ == "__main__":
    main()

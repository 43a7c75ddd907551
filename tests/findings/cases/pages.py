"""Base pages, runtimes and the programs that make them: what stands in the way of a page."""

from pathlib import Path

import pytest

from builder.selfcheck import kept_base
from builder.selfcheck.program import program_mark
from builder.selfcheck.runtime import pinned_runtime
from tests.findings.cases.said import Case, put, said
from tests.selfcheck.bases import small_base
from tests.support.workbooks import PENGJIANG


def _no_base(folder: Path) -> list[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept_base, "kept_path", lambda: folder / "没有.html")
        return said("selfcheck", PENGJIANG, "-o", folder / "自查.html")


def _wrong_runtime(folder: Path) -> list[str]:
    wrong = put(folder / pinned_runtime().file, b"")
    return said("selfcheck", "--prepare", "--runtime", wrong)


def _no_npm(folder: Path) -> list[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept_base, "which", lambda _name: None)
        return said("selfcheck", "--prepare", "--base", folder / "底页.html")


def _npm_without_network(folder: Path) -> list[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept_base, "which", lambda _name: "false")
        return said("selfcheck", "--prepare", "--base", folder / "底页.html")


def _no_base_page(folder: Path) -> list[str]:
    given = put(folder / "底页.html", b"<html>")
    return said("selfcheck", PENGJIANG, "--base", given, "-o", folder / "自查.html")


def _other_base(folder: Path) -> list[str]:
    other = small_base().replace(program_mark().encode(), b"0" * 64)
    given = put(folder / "底页.html", other)
    return said("selfcheck", PENGJIANG, "--base", given, "-o", folder / "自查.html")


def _right_base(folder: Path) -> list[str]:
    given = put(folder / "底页.html", small_base())
    return said("selfcheck", PENGJIANG, "--base", given, "-o", folder / "自查.html")


PAGE_CASES: dict[str, Case] = {
    "QA881": _no_base,
    "QA882": _wrong_runtime,
    "QA883": _no_npm,
    "QA884": _npm_without_network,
    "QA885": _no_base_page,
    "QA886": _other_base,
}
CLEAN: dict[str, Case] = {"base page of this program": _right_base}

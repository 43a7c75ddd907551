"""A kit is handed out whole, and its file names say what is in it."""

from pathlib import Path

import pytest

from builder.pipeline.choosing import Wanted
from builder.pipeline.kit import build_kit
from builder.pipeline.kit_names import KitPart, kit_file_name
from builder.pipeline.kits_of_scheme import open_scheme
from builder.pipeline.listing import list_schemes
from tests.load.samples import HEAD, TREE, save
from tests.support.outputs import produced
from tests.support.workbooks import OFFICE_BANDED, PROVED_KITS, SCHEME_IDS, XINHUI, shipped_scheme


@pytest.mark.parametrize("kit", PROVED_KITS)
def test_a_kit_holds_a_workbook_and_a_document(tmp_path: Path, kit: str) -> None:
    scheme = shipped_scheme(kit)
    scale = scheme.scale if kit == OFFICE_BANDED else None
    built = build_kit(scheme.id, tmp_path, None, Wanted(options=dict(scheme.chosen), scale=scale))
    assert built.findings == ()
    names = tuple(kit_file_name(scheme, part) for part in KitPart)
    assert built.paths == tuple(tmp_path / name for name in names)
    assert scheme.id not in "".join(names)
    assert produced(tmp_path) == sorted(built.paths)


def test_the_folder_is_named_after_the_award_unless_one_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    built = build_kit(XINHUI, None, KitPart.XLSX)
    expected = Path("output/新会区政府质量奖（服务业）/新会区政府质量奖（服务业）-自评打分表.xlsx")
    assert built.paths == (expected,)
    assert expected.is_file()


def test_a_scheme_with_an_error_gives_no_kit_at_all(tmp_path: Path) -> None:
    path = save(tmp_path, HEAD + TREE.replace("（25分）", "（24分）"))
    built = build_kit(str(path), tmp_path / "out", None)
    assert built.paths == ()
    assert {finding.code for finding in built.findings} == {"QA150"}
    assert not (tmp_path / "out").exists()


def test_a_text_the_document_cannot_hold_gives_no_workbook_either(tmp_path: Path) -> None:
    path = save(tmp_path, HEAD + TREE.replace("组织发展", "组织\x01发展"))
    built = build_kit(str(path), tmp_path / "out", None)
    assert built.paths == ()
    assert built.findings
    assert not (tmp_path / "out").exists()


def test_every_shipped_scheme_opens_without_a_finding() -> None:
    schemes, findings = list_schemes()
    assert findings == ()
    assert tuple(scheme.id for scheme in schemes) == SCHEME_IDS
    for scheme_id in SCHEME_IDS:
        opened = open_scheme(scheme_id)
        assert opened.findings == ()
        assert opened.scheme is not None

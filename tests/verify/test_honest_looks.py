"""What a person may change about how a workbook looks is free, whoever saves it."""

import subprocess
from pathlib import Path

import pytest

from tests.proof.honest_looks import LOOKS
from tests.support.workbooks import PENGJIANG, PROVED_IDS
from tests.verify.judged import case, judged, told

SCHEMES = pytest.mark.parametrize("scheme_id", PROVED_IDS)


@SCHEMES
@pytest.mark.parametrize("route", LOOKS)
def test_a_workbook_that_looks_otherwise_and_reads_the_same_is_clean(
    tmp_path: Path, scheme_id: str, route: str
) -> None:
    assert told(judged(tmp_path, LOOKS[route](case(scheme_id, 0)))) == []


@pytest.mark.needs_libreoffice
@pytest.mark.parametrize(
    ("kind", "lost"),
    # The format .xls has no room for the formula that says the state of evidence.
    [("ods", []), ("xls", ["QA495 证据清单!L4"])],
)
def test_a_workbook_that_was_saved_as_another_kind_in_between_is_blamed_for_nothing(
    tmp_path: Path, kind: str, lost: list[str]
) -> None:
    files = []
    for scheme_id in (PENGJIANG, "wuhan-manufacturing"):
        path = tmp_path / f"{scheme_id}.xlsx"
        path.write_bytes(case(scheme_id, 0).content)
        files.append(path)
    between = _saved_as(kind, files, tmp_path / kind)
    again = _saved_as("xlsx:Calc MS Excel 2007 XML", between, tmp_path / "again")
    assert [told(judged(tmp_path, path.read_bytes())) for path in again] == [lost] * len(files)


def _saved_as(kind: str, files: list[Path], folder: Path) -> list[Path]:
    profile = folder.parent / "profile"
    profile_option = f"-env:UserInstallation={profile.as_uri()}"
    convert = ("--convert-to", kind, "--outdir", str(folder))
    subprocess.run(
        ["soffice", "--headless", "--norestore", profile_option, *convert, *map(str, files)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return [folder / f"{path.stem}.{kind.partition(':')[0]}" for path in files]

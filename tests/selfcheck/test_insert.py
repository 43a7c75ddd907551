"""Schemes and settings are put into a base page of the same program, and into nothing else."""

import base64
import gzip
import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

from builder.findings.finding import Finding
from builder.load.library import shipped_folder
from builder.load.office import load_office
from builder.selfcheck.asked import asked_given
from builder.selfcheck.given import Given, as_script
from builder.selfcheck.insert import read_base, with_given, zipped
from builder.selfcheck.marks import HOLE
from builder.selfcheck.program import program_mark
from builder.version import VERSION
from tests.selfcheck.bases import facts_in, put_base, small_base
from tests.support.workbooks import MINHANG, PENGJIANG

DAY = date(2026, 9, 1)


def given(*names: str, settings: str = "", folder: Path | None = None) -> Given:
    office = None
    if settings and folder is not None:
        path = folder / "本单位.yaml"
        path.write_text(settings, encoding="utf-8")
        office = load_office(path).office
    asked, findings = asked_given(names, None, office, DAY)
    assert findings == ()
    assert asked is not None
    return asked


def files_in(page: str) -> dict[str, str]:
    found = re.search(r'data-part="given" data-last>([^<]+)<', page)
    assert found is not None
    with zipfile.ZipFile(BytesIO(gzip.decompress(base64.b64decode(found[1])))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_a_page_says_for_which_awards_and_editions_it_is_and_when_it_was_made() -> None:
    facts = facts_in(with_given(small_base(), given(PENGJIANG)).decode())
    assert facts["awards"] == [
        {
            "id": PENGJIANG,
            "title": "蓬江区政府质量奖评分要点（制造业）",
            "edition": "依据附件2",
        }
    ]
    assert (facts["made"], facts["version"]) == ("2026-09-01", VERSION)


def test_it_knows_the_other_awards_by_name_to_tell_whose_file_was_dropped() -> None:
    others = facts_in(with_given(small_base(), given(PENGJIANG)).decode())["others"]
    assert isinstance(others, dict)
    assert MINHANG in others
    assert PENGJIANG not in others


def test_the_schemes_and_settings_are_in_it_as_they_are(tmp_path: Path) -> None:
    page = with_given(
        small_base(), given(PENGJIANG, settings="name: 蓬江区质量办\n", folder=tmp_path)
    ).decode()
    files = files_in(page)
    source = (shipped_folder("schemes") / f"{PENGJIANG}.md").read_text("utf-8")
    assert files[f"schemes/000-{PENGJIANG}.md"] == source
    assert "蓬江区质量办" in files["office.yaml"]
    assert facts_in(page)["office"] == "蓬江区质量办"


def test_without_a_name_all_shipped_schemes_go_in() -> None:
    assert len(given().schemes) == len([*shipped_folder("schemes").glob("*-*.md")])


def test_nothing_said_of_an_office_ends_an_element_of_the_page() -> None:
    assert as_script("</script><script>") == '"\\u003c/script>\\u003cscript>"'


def test_a_page_that_was_made_is_no_base_page(tmp_path: Path) -> None:
    path = tmp_path / "自查.html"
    path.write_bytes(with_given(small_base(), given(PENGJIANG)))
    assert told(path) == "QA885"


def test_anything_else_is_no_base_page_either(tmp_path: Path) -> None:
    path = tmp_path / "别的.html"
    path.write_text(f"<html>{HOLE}</html>", encoding="utf-8")
    assert told(path) == "QA885"
    assert told(tmp_path / "没有.html") == "QA885"


def test_a_base_page_of_another_program_is_told_with_both_versions(tmp_path: Path) -> None:
    path = put_base(tmp_path)
    other = path.read_text("utf-8").replace(f"{VERSION} {program_mark()}", "0.1.9 abc")
    path.write_text(other, encoding="utf-8")
    found = read_base(path)
    assert isinstance(found, Finding)
    assert found.code == "QA886"
    assert "0.1.9" in found.message
    assert VERSION in found.message


def test_the_archive_holds_the_page_and_is_the_same_every_time() -> None:
    page = with_given(small_base(), given(PENGJIANG))
    first, second = zipped("自查.html", page), zipped("自查.html", page)
    assert first == second
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert archive.namelist() == ["自查.html"]
        assert archive.read("自查.html") == page


def told(path: Path) -> str:
    found = read_base(path)
    assert isinstance(found, Finding)
    return found.code

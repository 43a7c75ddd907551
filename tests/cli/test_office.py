"""``--office``: a file an office writes, from building to verifying."""

from pathlib import Path

import pytest

from tests.cli.calls import call, files_in
from tests.support.workbooks import PENGJIANG

OFFICE = """\
name: 某区质量办
year: 2026
return_to: [地址：某路1号]
more_fields:
  - {name: main_product, caption: 主导产品, kind: text}
"""


def saved(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return name


def codes(folder: Path, *words: str) -> set[str]:
    (verdict,) = call(folder, "verify", *words, "--json").json
    return {finding["code"] for finding in verdict["findings"]}


def test_a_kit_built_with_settings_is_verified_with_them_and_without(tmp_path: Path) -> None:
    office = saved(tmp_path, "office.yaml", OFFICE)
    built = call(tmp_path, "build", PENGJIANG, "--only", "xlsx", "--office", office)
    assert built.code == 0
    (written,) = (name for name in files_in(tmp_path) if name.endswith("xlsx"))
    assert codes(tmp_path, written) == {"QA512"}
    assert codes(tmp_path, written, "--office", office) == {"QA512"}
    other = saved(tmp_path, "other.yaml", OFFICE.replace("2026", "2027"))
    assert codes(tmp_path, written, "--office", other) == {"QA307", "QA512"}


def test_the_inputs_of_an_office_are_listed(tmp_path: Path) -> None:
    office = saved(tmp_path, "office.yaml", OFFICE)
    listed = call(tmp_path, "inputs", PENGJIANG, "--json", "--office", office).json
    names = {item["name"] for item in listed}
    assert "applicant_main_product" in names
    assert "applicant_year" not in names


@pytest.mark.parametrize("command", [("build",), ("inputs",), ("verify",)])
@pytest.mark.parametrize("text", [None, "retrun_to: [甲]\n"])
def test_settings_that_cannot_be_used_stop_the_command_with_their_place(
    tmp_path: Path, command: tuple[str, ...], text: str | None
) -> None:
    if text is not None:
        saved(tmp_path, "office.yaml", text)
    before = files_in(tmp_path)
    done = call(tmp_path, *command, PENGJIANG, "--office", "office.yaml")
    assert done.code == (3 if text is None else 1)
    assert "Traceback" not in done.errors
    assert ("QA191" if text is None else "office.yaml:1:1") in done.errors
    assert files_in(tmp_path) == before

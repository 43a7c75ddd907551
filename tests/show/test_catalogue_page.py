"""The page of all codes that is kept in the repository is the one the catalogue gives."""

import re
from pathlib import Path

from builder.findings.catalogue import RULES
from builder.show.catalogue_page import catalogue_page
from tests.cli.calls import call
from tests.docs.pages import CODES


def test_the_page_that_is_kept_is_what_the_catalogue_says() -> None:
    assert CODES.read_text("utf-8") == catalogue_page(), "builder explain --markdown > 本页"


def test_every_code_has_one_entry_with_all_it_can_say() -> None:
    page = catalogue_page()
    entries = re.findall(r'^### <a id="(QA\d{3,4})">', page, re.MULTILINE)
    assert sorted(entries, key=lambda code: (len(code), code)) == [rule.code for rule in RULES]
    for start in ("说什么", "为什么", "怎么办"):
        assert page.count(f"\n- {start}：") == len(RULES)


def test_the_command_prints_the_page_and_nothing_else(tmp_path: Path) -> None:
    done = call(tmp_path, "explain", "--markdown")
    assert (done.code, done.output) == (0, catalogue_page())
    assert call(tmp_path, "explain", "QA411", "--markdown").code == 2

"""What applicants and reviewers open is said in the words of the page, and in Chinese."""

import re

from tests.docs.shown import kits
from tests.docs.test_wording import faults

# What stands for a thing that has no Chinese name: programs, formats, keys, standards, numbers.
_NAMES = {
    *("Excel", "Word", "WPS", "LibreOffice", "PDF", "Tab", "Ctrl", "GB", "ISO", "QA", "Office"),
    *("xlsx", "docx", "pdf", "builder", "DB", "QC"),
}
# The line that says which file this is begins with the scheme's id and its digest.
_NUMBER = re.compile(r"[a-z]+-[a-z]+(／|　版次：.*　校验码：)[0-9a-f]{16}")
_LATIN = re.compile(r"[A-Za-z]{2,}")


def test_no_kit_says_a_word_that_is_not_used() -> None:
    assert faults(kits()) == []


def test_what_applicants_and_reviewers_open_is_in_chinese() -> None:
    english = {
        word: text
        for _, text in kits()
        for word in _LATIN.findall(_NUMBER.sub("", text))
        if word not in _NAMES
    }
    assert english == {}

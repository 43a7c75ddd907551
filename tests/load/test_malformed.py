"""Whatever is done to a scheme is told in Chinese, without a traceback."""

import re
from pathlib import Path

import pytest

from builder.load.key_names import KEYS, WORDS
from builder.load.lint import lint_scheme
from tests.load.malformed import malformed
from tests.load.samples import save

# What a scheme is written with may be quoted; all else that people read is Chinese.
_OURS = {*KEYS, *WORDS, "process", "result", "unscored", "replaceable", "veto", "reference"}
_ENGLISH = re.compile(r"[A-Za-z_]{3,}")
_QUOTED = re.compile(
    r"“[^”]*”|U\+[0-9A-F]{4,}|[\w/.-]+\.(?:md|yaml)|\{[^{}]*\}|builder [a-z]+(?: --[a-z]+)*"
    r"|\b[a-z]+-[a-z]+\b|\bmain_product\b"
)


@pytest.mark.parametrize(("name", "text"), [*malformed()], ids=lambda one: one.split("\n")[0][:40])
def test_a_malformed_scheme_is_told_in_chinese(name: str, text: str, tmp_path: Path) -> None:
    for one in lint_scheme(save(tmp_path, text)).findings:
        assert one.place.line >= 1
        said = _QUOTED.sub("", one.message) + _QUOTED.sub("", one.fix)
        assert set(_ENGLISH.findall(said)) <= _OURS | {"Tab", "where", "UTF", "parts", "YAML"}, name

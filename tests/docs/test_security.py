"""The limits that the security page promises are those that are kept."""

import re

from builder.ooxml import limits
from builder.ooxml.limits import Limit
from builder.pipeline.children import LIMITS
from tests.docs.pages import ROOT, text_of

KEPT = {limit.noun: limit.most for limit in vars(limits).values() if isinstance(limit, Limit)}
OF_A_FILE = {"一个文件的处理器秒数": LIMITS.seconds, "一个文件另占的内存字节数": LIMITS.memory}


def test_every_limit_that_is_told_is_kept() -> None:
    rows = re.findall(r"^\| (\S+) \| ([\d,]+) \|$", text_of(ROOT / "SECURITY.md"), re.MULTILINE)
    told = {noun: int(most.replace(",", "")) for noun, most in rows}
    assert len(told) > 15
    assert told == {noun: (KEPT | OF_A_FILE).get(noun) for noun in told}

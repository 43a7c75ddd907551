"""Words that stand only for others are known, and names that hold such words are names."""

import pytest

from builder.model.stand_ins import is_stand_in

NOTHING = (
    "无|暂无|待补充|待 填|同上|略|见附件|ＸＸＸ公司|xx|——|N/A|……|（略）|无。|见附件2|同前|后补"
    "|详见证据清单|TODO|同1.1|请填写|在此填写|此处填写500字"
)
NAMES = (
    "无锡某公司|略阳钢铁|同上海|质量手册|空白度检测报告|测试报告|XX公司证书一|5S|/"
    "|同仁堂|请填写人确认"
)


@pytest.mark.parametrize("text", NOTHING.split("|"))
def test_a_word_for_nothing_is_known_however_it_is_written(text: str) -> None:
    assert is_stand_in(text)


@pytest.mark.parametrize("text", NAMES.split("|"))
def test_a_name_that_holds_such_a_word_is_a_name(text: str) -> None:
    assert not is_stand_in(text)

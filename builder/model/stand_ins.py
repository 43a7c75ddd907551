"""Words that people write where they have nothing to write yet, or nothing at all."""

import re

from builder.model.compared_text import reduced

# A stroke is how forms are told that a line does not apply, and no word for a name to come.
_STAND_INS = re.compile(
    "(?:暂?无|没有|不详|不适用|同[上前](?:节|文|所述)?|从?略|待(?:补充?|填写?|定|完善|续)|后补|另附|暂缺"
    "|同[0-9]+(?:\\.[0-9]+)*"
    "|(?:详|参|请)?见(?:附件|附表|附录|附后|后附|上文|前文|上节|下文|评分表|证据清单|证明材料)"
    "[0-9一二三四五六七八九十]*"
    "|空白?|测试|请?(?:在?此处?)?填写(?:[0-9]+字(?:以内)?)?"
    "|[xX×]{2,}(?:公司|单位|企业|证书)?|na|n/a|none|tbd|todo|[-—–、.。…_~*?]+)",
    re.IGNORECASE,
)


# What people set around such a word.
_AROUND = "()[]【】〔〕“”\"':：,，;；.。!！"


def is_stand_in(text: str) -> bool:
    """Whether a text stands only for one that is to be written, or for none."""
    said = reduced(text)
    return any(_STAND_INS.fullmatch(one) for one in (said, said.strip(_AROUND)))

"""Words that people write where they have nothing to write yet, or nothing at all."""

import re

from builder.model.compared_text import reduced

# A stroke is how forms are told that a line does not apply, and no word for a name to come.
_STAND_INS = re.compile(
    "(?:暂?无|没有|不详|不适用|同上|从?略|见附件|详见附件|待(?:补充?|填写?|定)|暂缺|空白?|测试"
    "|[xX×]{2,}(?:公司|单位|企业|证书)?|na|n/a|none|tbd|[-—–、.。…_~*?]+)",
    re.IGNORECASE,
)


def is_stand_in(text: str) -> bool:
    """Whether a text stands only for one that is to be written, or for none."""
    return _STAND_INS.fullmatch(reduced(text)) is not None

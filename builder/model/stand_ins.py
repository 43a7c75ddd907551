"""Words that people write where they have nothing to write yet, or nothing at all."""

import re

from builder.model.compared_text import reduced

# A stroke is how forms are told that a line does not apply, and no word for a name to come.
_STAND_INS = re.compile(
    "(?:暂?无|没有|不详|不适用|同[上前](?:节|文|所述)?|从?略|待(?:补充?|填写?|定|完善|续)|后补|另附|暂缺"
    "|同[0-9]+(?:\\.[0-9]+)*"
    "|(?:详|参|请)?见(?:附件|附表|附录|附后|后附|上文|前文|上节|下文|评分表|证据清单|证明材料)"
    "[0-9一二三四五六七八九十]*"
    "|空白?|(?:这是)?(?:一段)?(?:测试)+(?:文字|内容|文本|数据)?|如题"
    "|(?:请|(?:单击|点击|轻触)(?:或(?:单击|点击|轻触))?)?(?:在?[此这][处里])?"
    "(?:输入|键入|插入|添加|选择)(?:文[字本]|内容|图片|图表|日期|一项)*"
    "|click(?:ortap)?heretoentertext"
    "|请?(?:在?此处?)?填写(?:[0-9]+字(?:以内)?)?"
    "|[xX×]{2,}(?:公司|单位|企业|证书)?|na|n/a|none|tbd|todo|[-—–、.。…_~*?]+)",
    re.IGNORECASE,
)
# In place of a whole answer people also write where else it is, that there is none, or that all is
# as it should be.
_LONGEST = 60
_TAIL = r"[0-9a-z一二三四五六七八九十第页节章条项、,.-]*(?:《[^》]{1,20}》)?"
_PAPER = (
    "附件|附表|附录|评分表|申报表|(?:自评|申报)?报告|证据清单|(?:证据|证明|佐证|证实性|申报|支撑)材料"
    "|相关(?:材料|附件|证据|文件)|管理手册|质量手册"
)
_ELSEWHERE = re.compile(
    "(?:具体|相关|有关|本[项节])?(?:内容|情况|材料|说明)?(?:请|可)?(?:[详参]?[见阅照]|参考|同)"
    rf"(?:[上前下后](?:一?[节章条项]|文|述)?(?:内容)?|(?:{_PAPER}|第?[0-9.]+[节章条项]?){_TAIL})",
    re.IGNORECASE,
)
_NONE = re.compile(
    "(?:[本此该]项|本节|[本我](?:公司|单位|企业|院|校)|公司|本?组织|本人)?(?:目前)?"
    "(?:[暂均]?无|没有|未发生|不存在|[不未]涉及|不适用)(?:[此该本]项|[此该]类|相关|上[列述])?"
    "(?:内容|情况|情形|业务|工作|要求)?"
)
_NUMBER = re.compile("[0-9]+|/")
_AS_ASKED = re.compile(
    "(?:[本我]?(?:公司|单位))?(?:已|均|全部|完全|基本)*(?:按照?|符合|满足|达到|做到|落实|执行)"
    "(?:上述|相关|有关|评价|标准|规定|各项)*(?:要求|标准|规定|条件|要点)"
    "(?:执行|落实|实施|完成|开展|做到)?"
)
# What people set around such a word.
_AROUND = "()[]【】〔〕“”\"':：,，;；.。!！"


def is_stand_in(text: str) -> bool:
    """Whether a text stands only for one that is to be written, or for none."""
    return _is_one_of(text, _STAND_INS)


def is_no_answer(text: str) -> bool:
    """Whether a text that was to be an answer says only where one is, or that there is none."""
    return _is_one_of(text, _STAND_INS, _ELSEWHERE, _NONE, _AS_ASKED, _NUMBER)


def is_none(text: str) -> bool:
    """Whether a text says that there is nothing of what is asked."""
    return _is_one_of(text, _NONE)


def _is_one_of(text: str, *kinds: re.Pattern[str]) -> bool:
    said = reduced(text)
    if len(said) > _LONGEST:
        return False
    return any(kind.fullmatch(one) for kind in kinds for one in (said, said.strip(_AROUND)))

"""Sentences that say who can win, or how scores are made one, which a draft holds as text only.

Whatever of them a scheme does not do is asked about once, and never dropped.
"""

import re
from collections.abc import Iterator

from builder.notice.question import Question
from builder.notice.recognise.node import Entry, Role
from builder.notice.recognise.work import Work

_LATER, _TEXT = "以后写进方案", "只作参考文字"
_GATE = re.compile(
    r"(?:必备|必选|核心|[★☆*])[^。；;]{0,30}(?:不得|不予|不能|取消|否则)"
    r"|(?:低于|不足|未达到?|不到)[^。；;]{0,12}(?:分|[%％])[^。；;]{0,12}(?:不得|不予|不能|取消|降)"
    r"|\d\s*分?\s*(?:[（(]不?含[)）])?\s*"
    r"(?:[-—–~～至]\s*\d+\s*分|以上|及以上|以下)[^。；;]{0,8}(?:为|评为|认定|通过|授予)"
    r"|(?:[A-E甲乙丙一二三四五]级|达标率|得分率)[^。；;]{0,12}[%％][^。；;]{0,40}(?:评为|认定|授予|进入|通过)"
)
_RULE = re.compile(
    r"(?:总成绩|总分|综合得分|最终得分|实得分|指标得分)[^。；;]{0,8}[=＝]"
    r"|(?:评审|评议|评价|陈述|答辩|投票|发表|自评|专家|公众|测评)[^。；;，,]{0,8}"
    r"(?:占|权重)[^。；;，,]{0,6}\d{1,3}\s*[%％]"
    r"|去掉[^。；;]{0,4}最[高低]分|(?:行业|规模|难度|调整|修正|折算)系数|乘以|缺项"
    r"|总分[中内]?(?:[加扣减]|增加)|本项分值|分值[^。；;]{0,10}(?:调整|改)为"
)
_ON_TOP = re.compile(r"[加扣减]\s*\d+(?:[-—–~～至]\d+)?\s*分")
_LONGEST = 60


def find_gates(work: Work) -> None:
    """Ask once about the gates and levels in the text, and once about rules that make a total."""
    _ask(
        work,
        [*_sentences(work, _GATE)],
        key="gates",
        subject="门槛和等级",
        words="像是门槛或等级：{quoted}。草稿里只是文字，不会照它下结论。"
        "写成方案以后，在文件头补上“门槛”“等级”（见“方案怎么写”），还是只作参考文字？",
    )
    _ask(
        work,
        [*_sentences(work, _RULE, _ON_TOP)],
        key="rules",
        subject="分怎样合成、加减、调整",
        words="说的是分怎样合成、加减或调整：{quoted}。草稿里只是文字，程序不会照它算。"
        "能写进方案的（合计、权重、加分项、分类规定，见“方案怎么写”）以后写进去，"
        "评审时才用的（材料和现场的比例、去掉最高最低分）写进评审规则，还是只作参考文字？",
    )


def _ask(work: Work, found: list[tuple[Entry, str]], *, key: str, subject: str, words: str) -> None:
    if not found:
        return
    quoted = "；".join(f"“{sentence[:_LONGEST]}”" for _, sentence in found)
    work.ask(
        Question(
            key=key,
            subject=subject,
            words="通知里这几句" + words.format(quoted=quoted),
            proposal=_LATER,
            place=found[0][0].lines[0].place,
            options=(_LATER, _TEXT),
        )
    )


def _sentences(
    work: Work, printed: re.Pattern[str], unscored: re.Pattern[str] | None = None
) -> Iterator[tuple[Entry, str]]:
    """Those in what is printed; ``unscored`` tells more of them where nothing is scored.

    The sentence of the advised line stands in the head already.
    """
    _, advised = work.head.threshold or ("", "")
    for node in work.walk:
        if node.role in (Role.ELIGIBILITY, Role.VETO):
            continue
        patterns = (printed, unscored) if node.role is Role.SECTION and unscored else (printed,)
        for entry in node.entries:
            for words in re.split(r"(?<=[。；;])", entry.text):
                told = any(one.search(words) for one in patterns)
                if told and words.strip() not in advised:
                    yield entry, words.strip()

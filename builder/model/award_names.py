"""What people call an award of one kind: 「蓬江区政府质量奖（制造业）」, never by its code."""

import re

from builder.model.scheme import Scheme

_BRACKETED = re.compile(r"[（(]([^（）()]+)[）)]")
# What a notice puts into brackets behind its title and is no kind of award.
_STATE = re.compile(
    r"试行|暂行|草案|征求意见|修订|修正|送审|讨论|印发|版|稿|[0-9一二三四五六七八九十〇]+年"
)


def award_name(award: str, title: str) -> str:
    """The award, with the kinds that the title of its criteria names in brackets."""
    rest = title.removeprefix(award)
    kinds = (word.strip() for word in _BRACKETED.findall(rest))
    told = (word for word in kinds if word and not _STATE.search(word) and word not in award)
    return "".join((award, *(f"（{word}）" for word in dict.fromkeys(told))))


def kit_name(scheme: Scheme) -> str:
    """The award as a kit is called by: the options that were chosen stand behind it."""
    options = "".join(f"（{option}）" for _, option in scheme.chosen)
    return award_name(scheme.award, scheme.title) + options

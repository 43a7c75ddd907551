"""What a file says it is, in words: only the parts in which two such sayings differ."""

from collections.abc import Callable

from builder.model.identity import IDENTITY_KEYS, Identity
from builder.model.scheme import Scale

# What people call the award of a scheme.
Called = Callable[[str], str]
_SCALES = {Scale.DIRECT.value: "直接打分", Scale.MATURITY.value: "按成熟度打分"}
# What people call the parts in which two sets can differ.
_PARTS = {
    "scheme": "奖项",
    "edition": "版次",
    "fingerprint": "方案的内容",
    "choice": "选择",
    "scale": "打分方式",
    "office": "主办单位的设置",
    "task": "用途",
}


def identity_words(said: Identity, other: Identity, called: Called = str) -> str:
    """The parts of one identity that are others in the other, in the order people name them."""
    differing = [key for key in IDENTITY_KEYS if getattr(said, key) != getattr(other, key)]
    return "、".join(_words(key, getattr(said, key), called) for key in differing)


def set_words(said: Identity, award: str) -> str:
    """Which set of materials a file belongs to: its award, and what was chosen within it."""
    return f"“{award}”（{choice_words(said.choice)}）" if said.choice else f"“{award}”"


def differing_words(one: Identity, other: Identity) -> str:
    """In what two sets of materials differ; another layout makes no other set."""
    differing = {key for key in IDENTITY_KEYS if getattr(one, key) != getattr(other, key)}
    if differing & {"scheme", "edition"}:
        # Another award or edition is another text.
        differing.discard("fingerprint")
    return "、".join(word for key, word in _PARTS.items() if key in differing)


def choice_words(choice: str) -> str:
    """What was chosen, ``行业：养老``."""
    return choice.replace("=", "：") or "没有选择"


def scale_words(scale: str) -> str:
    """How scores are given."""
    return _SCALES.get(scale, f"打分方式“{scale}”")


def _words(key: str, value: str, called: Called) -> str:
    match key:
        case "scheme":
            return f"方案“{called(value)}”"
        case "edition":
            return f"版次“{value}”"
        case "fingerprint":
            return f"方案内容（校验码 {value[:6]}…）"
        case "layout":
            return f"版式 {value}"
        case "choice":
            return f"选择“{choice_words(value)}”"
        case "scale":
            return scale_words(value)
        case "office":
            return "主办单位的设置" if value else "没有主办单位设置"
        case _:
            return "评审用的工作簿" if value else "申报组织的评分表"

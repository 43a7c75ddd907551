"""How parts are joined, in words: for a subtotal, the guide, the summary and the Word report."""

from collections.abc import Mapping

from builder.formula.render import plain_number
from builder.model.joins import Join, JoinKind
from builder.model.official import Indicator


def how_joined(join: Join) -> str:
    """The rule in a few words, beside a subtotal; nothing where the parts are added up."""
    match join.kind:
        case JoinKind.AVERAGE:
            return "各项平均"
        case JoinKind.WEIGHTED:
            return "按权重相加"
        case JoinKind.BEST if join.best == 1:
            return "取最高的一项"
        case JoinKind.BEST:
            return f"取最高的 {join.best} 项"
        case JoinKind.LOWEST:
            return "取最低的一项"
        case JoinKind.SCALED:
            return "不适用的删减后折算"
    return ""


def joined_formula(join: Join, labels: Mapping[str, str]) -> str:
    """The rule as a formula of the parts' names."""
    if join.terms:
        weighted = join.kind is JoinKind.WEIGHTED
        return "＋".join(
            f"{plain_number(factor * 100)}%×“{labels[code]}”"
            if weighted
            else f"{plain_number(factor)}×“{labels[code]}”"
            for factor, code in join.terms
        )
    match join.kind:
        case JoinKind.AVERAGE:
            return "各项得分之和÷项数"
        case JoinKind.BEST if join.best == 1:
            return "各项中最高的得分"
        case JoinKind.BEST:
            return f"得分最高的 {join.best} 项之和"
        case JoinKind.LOWEST:
            return "各项中最低的得分"
        case JoinKind.SCALED:
            return "各项得分之和×原满分÷适用各项的满分"
    return "各项得分之和"


def weight_told(node: Indicator) -> tuple[str, ...]:
    """The weight of an indicator as it is printed beside its name, if it has one."""
    return () if node.weight is None else (f"权重{plain_number(node.weight * 100)}%",)

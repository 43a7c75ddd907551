"""Ways to type or paste an answer that of which nothing is told."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from builder.book.book_plan import InputPlan
from builder.book.naming import row_name
from builder.formula.value import Value
from builder.kit.sheet_names import EVIDENCE_TABLE
from builder.model.office import FieldKind
from tests.proof.honest_looks import Route
from tests.verify.judged import Case

_LONG = "公司自2009年起导入卓越绩效模式，建立了覆盖研发、采购、制造、服务全过程的质量管理体系。" * 6
Change = Callable[[str], Value]


def explanations(chosen: Case) -> list[InputPlan]:
    """The inputs for explanations in words."""
    return [item for item in chosen.plan.inputs if item.name.startswith("note_")]


def explained(change: Change) -> Route:
    """Every explanation written so."""

    def write(chosen: Case) -> bytes:
        given = {item.name: str(chosen.answers[item.name]) for item in explanations(chosen)}
        return chosen.with_answers(**{name: change(text) for name, text in given.items()})

    return write


def field(kind: FieldKind | None, change: Change, title: str = "") -> Route:
    """An answer of 基本信息 written so: that of a kind, or that with a title."""

    def write(chosen: Case) -> bytes:
        cells = {
            cell
            for one in chosen.plan.fields
            if one.kind is kind and one.title.startswith(title)
            for cell in one.inputs
        }
        asked = [item.name for item in chosen.plan.inputs if item.cell in cells]
        return chosen.with_answers(**{name: change(str(chosen.answers[name])) for name in asked})

    return write


def _evidence(chosen: Case) -> list[tuple[str, dict[str, Value]]]:
    rows = []
    for number in range(1, len(chosen.plan.evidence) + 1):
        start = row_name(EVIDENCE_TABLE, number, "")
        rows.append(
            (
                start,
                {
                    n.removeprefix(start): v
                    for n, v in chosen.answers.items()
                    if n.startswith(start)
                },
            )
        )
    return rows


def _sorted(chosen: Case) -> bytes:
    """The rows of the evidence in the opposite order."""
    filled = [row for row in _evidence(chosen) if row[1]]
    turned = [values for _, values in reversed(filled)]
    moved = {
        f"{start}{column}": values.get(column)
        for (start, old), values in zip(filled, turned, strict=True)
        for column in {*old, *values}
    }
    return chosen.with_answers(**moved)


def _with_gaps(chosen: Case) -> bytes:
    """A blank row after every row of the evidence."""
    filled = [values for _, values in _evidence(chosen) if values]
    moved: dict[str, Value] = {}
    for number, values in enumerate(filled):
        for column in values:
            moved.setdefault(row_name(EVIDENCE_TABLE, number + 1, column), None)
    for number, values in enumerate(filled):
        for column, value in values.items():
            moved[row_name(EVIDENCE_TABLE, 2 * number + 1, column)] = value
    return chosen.with_answers(**moved)


def _one_proof_for_all(chosen: Case) -> bytes:
    """Many proofs of one indicator, each with a place, a file and two days."""
    start = sum(1 for _, values in _evidence(chosen) if values)
    more: dict[str, Value] = {}
    for number in range(start + 1, start + 6):
        more |= {
            row_name(EVIDENCE_TABLE, number, "indicator"): chosen.leaf.label,
            row_name(EVIDENCE_TABLE, number, "name"): f"ISO 9001 认证证书（{number}）",
            row_name(EVIDENCE_TABLE, number, "issued"): Decimal(45000),
            row_name(EVIDENCE_TABLE, number, "until"): "2028-12-31",
        }
    return chosen.with_answers(**more)


TYPED: Mapping[str, Route] = {
    "lines broken": explained(lambda text: f"{text}：\n一、建立制度；\n二、定期评审。\n"),
    "lines broken as on old systems": explained(lambda text: f"{text}\r\n（一）有制度"),
    "tabs": explained(lambda text: f"{text}\t见附件\t第3页"),
    "blanks around": explained(lambda text: f"　　{text}  "),
    "figures in full width": explained(lambda text: f"{text}，２０２５年合格率９９．５％"),
    "signs and pictures": explained(lambda text: f"★{text}① ✔ Ⅱ ㎡ ℃ ±2 ≥ 😀"),
    "rare letters": explained(lambda text: f"{text}：𠮷田、㛃、䶮，Ünïcødé Ελλ дом"),
    "marks of markup": explained(lambda text: f"<b>{text}</b> & \"甲\" 'A' {{{{x}}}} %s _x0041_"),
    "looks like a formula": explained(lambda text: f"=={text}-+@"),
    "long": explained(lambda text: (text + "：" + _LONG)[:480]),
    "short": explained(lambda text: text[:6]),
    "copied from a web page": explained(lambda text: text.replace(" ", "\u00a0") + "\u200b。"),
    "address of mail with blanks": field(FieldKind.EMAIL, lambda text: f" {text} "),
    "address of mail in capitals": field(FieldKind.EMAIL, str.upper),
    "phone as a number": field(FieldKind.TEXT, lambda _: Decimal(13800138000), "联系电话"),
    "phone with an extension": field(FieldKind.TEXT, lambda _: "（0750）822 1234 转 8", "联系电话"),
    "name with brackets": field(FieldKind.TEXT, lambda text: f"{text}（江门）有限公司", "申报组织"),
    "name with a line break": field(FieldKind.TEXT, lambda text: f"{text}\n有限公司", "申报组织"),
    "address in two lines": field(FieldKind.TEXT, lambda text: f"{text}\n邮编 529000", "通讯地址"),
    "evidence in another order": _sorted,
    "evidence with gaps": _with_gaps,
    "many proofs of one indicator": _one_proof_for_all,
}

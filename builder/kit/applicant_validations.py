"""What each field of 基本信息 accepts: for the reader of its inputs, and as a validation."""

from decimal import Decimal

from builder.book.book_plan import Allowed
from builder.book.sheet import Merge, ValidationKind, ValidationPlan
from builder.formula.expression import Cell, Expression
from builder.kit.field_status import FIRST_YEAR, LAST_YEAR, accepts_number, is_year
from builder.kit.industries import SECTIONS
from builder.kit.sheet_names import INDUSTRY_LIST
from builder.model.credit_code import LENGTH
from builder.model.office import ApplicantField, FieldKind

# Kinds that are typed as text but have a measure of their own.
_LENGTHS = {FieldKind.CREDIT_CODE: LENGTH, FieldKind.DATE: 10, FieldKind.EMAIL: 100}
_USUAL_PROMPTS = {
    FieldKind.NUMBER: "只写数字。",
    FieldKind.YEARS: "只写数字。",
    FieldKind.DATE: "写成 2015-03-01。",
}
_ERRORS = {
    FieldKind.NUMBER: "只能填 0 或正数，不要带单位。",
    FieldKind.YEARS: "只能填数字，不要带单位。",
    FieldKind.DATE: "请写成 2015-03-01 或 2015-03。",
    FieldKind.OPTION: "请从下拉列表中选择，不要自行输入。",
    FieldKind.INDUSTRY: "请从下拉列表中选择，不要自行输入。",
    FieldKind.CREDIT_CODE: f"统一社会信用代码为 {LENGTH} 位。",
    FieldKind.EMAIL: f"不超过 {_LENGTHS[FieldKind.EMAIL]} 个字符。",
}


def allowed(asked: ApplicantField | None) -> Allowed:
    """What the input of a field accepts; ``None`` asks for the year of application."""
    if asked is None:
        return Allowed(low=Decimal(FIRST_YEAR), high=Decimal(LAST_YEAR), step=Decimal(1))
    match asked.kind:
        case FieldKind.NUMBER:
            return Allowed(low=Decimal(0))
        case FieldKind.YEARS:
            return Allowed()
        case FieldKind.OPTION:
            return Allowed(options=asked.options)
        case FieldKind.INDUSTRY:
            return Allowed(options=SECTIONS)
        case _:
            return Allowed(longest=asked.longest or _LENGTHS[asked.kind])


def validation(asked: ApplicantField, cells: tuple[Cell, ...]) -> ValidationPlan:
    """The validation of a field's cells."""
    limits = allowed(asked)
    kind, rule = _rule(asked, cells[0], limits)
    usual = f"“{asked.caption}”不超过 {limits.longest} 字。"
    return ValidationPlan(
        kind=kind,
        rule=rule,
        cells=Merge.each(cells),
        title=asked.caption,
        prompt=asked.prompt or _USUAL_PROMPTS.get(asked.kind, f"填写{asked.caption}。"),
        error=_ERRORS.get(asked.kind, usual),
    )


def _rule(
    asked: ApplicantField, first: Cell, limits: Allowed
) -> tuple[ValidationKind, Expression | str]:
    if limits.longest:
        return ValidationKind.TEXT_LENGTH, str(limits.longest)
    if asked.kind is FieldKind.INDUSTRY:
        return ValidationKind.LIST, INDUSTRY_LIST
    if limits.options:
        return ValidationKind.LIST, f'"{",".join(limits.options)}"'
    return ValidationKind.CUSTOM, accepts_number(asked.kind, first)


def year_validation(cell: Cell, title: str, prompt: str) -> ValidationPlan:
    """The validation of the year of application."""
    return ValidationPlan(
        kind=ValidationKind.CUSTOM,
        rule=is_year(cell),
        cells=(Merge.of(cell),),
        title=title,
        prompt=prompt,
        error=f"请填 {FIRST_YEAR} 到 {LAST_YEAR} 之间的四位年份。",
    )

"""The evidence family: points nobody can check, and proofs that prove nothing named."""

from builder.findings.rule import Rule, Severity

EVIDENCE_RULES: tuple[Rule, ...] = (
    Rule(
        code="QA701",
        name="缺证据",
        severity=Severity.ERROR,
        message="“{label}”自评 {given}，但证据清单里没有对应它的有效证据。",
        why="没有证据的得分无法核实。",
        fix="请在“证据清单”登记至少一份证据，并在“对应指标”中选择“{label}”。",
    ),
    Rule(
        code="QA702",
        name="证据未选指标",
        severity=Severity.ERROR,
        message="证据 {number} 没有选择对应指标。",
        why="不知道它证明哪一项，就不能作为任何一项的证据。",
        fix="请在 {cell} 的下拉列表中选择它证明的指标。",
    ),
    Rule(
        code="QA703",
        name="证据指标不符",
        severity=Severity.ERROR,
        message="证据 {number} 的指标“{actual}”不在指标表内。",
        why="只有与下拉列表完全一致的指标才会被计入。",
        fix="请在 {cell} 的下拉列表中重新选择；“另证指标”没有的请清空。",
    ),
    Rule(
        code="QA704",
        name="证据缺名称",
        severity=Severity.ERROR,
        message="证据 {number} 没有写证据名称。",
        why="没有名称的证据无法查找。",
        fix="请在 {cell} 写上证据的全称。",
    ),
)

"""The sheets of the workbook in tab order, and the names other sheets know their cells by."""

from builder.findings import hidden_sheets

GUIDE = "填写说明"
APPLICANT = "基本信息"
SCORING = "自评打分"
EVIDENCE = "证据清单"
METRICS = "近三年数据"
ADJUSTMENT = "删减与替换"
ELIGIBILITY = "资格与否决"
SUMMARY = "汇总"
GAP = "差距"
IMPROVEMENT = "改进计划"
RATING_GUIDE = "评分指南"
EXAMPLE = "填写示例"
IDENTITY = hidden_sheets.IDENTITY
OPEN_TASKS = hidden_sheets.OPEN_TASKS
GAP_FIGURES = hidden_sheets.GAP_FIGURES
TREND_FIGURES = hidden_sheets.TREND_FIGURES
# The sheet that a clerk's command adds to a returned workbook; no kit has it.
PROBLEMS = "问题清单"
# The sheet that accounts for what an older kit said; only a kit that was carried over has it.
CARRIED = "沿用情况"

# Defined names that dropdowns and readers rely on.
INDICATOR_LIST = "indicator_list"
INDUSTRY_LIST = "industry_list"
BAND_LIST, PERCENT_BANDS, PERCENTS = "band_list", "percent_bands", "percent_list"
IDENTITY_NAME = "qa_identity"
EVIDENCE_TABLE = "evidence"
METRICS_TABLE = "metrics"
TOTAL_NAME = "score_total"

"""The sheets of the workbook in tab order, and the names other sheets know their cells by."""

GUIDE = "填写说明"
APPLICANT = "基本信息"
SCORING = "自评打分"
EVIDENCE = "证据清单"
ADJUSTMENT = "删减与替换"
ELIGIBILITY = "资格与否决"
SUMMARY = "汇总"
RATING_GUIDE = "评分指南"
IDENTITY = "_标识"

# Defined names that dropdowns and readers rely on.
INDICATOR_LIST = "indicator_list"
INDUSTRY_LIST = "industry_list"
BAND_LIST, PERCENT_BANDS, PERCENTS = "band_list", "percent_bands", "percent_list"
IDENTITY_NAME = "qa_identity"
EVIDENCE_TABLE = "evidence"
TOTAL_NAME = "score_total"

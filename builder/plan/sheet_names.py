"""The sheets of the workbook in tab order, and the names other sheets know their cells by."""

GUIDE = "填写说明"
APPLICANT = "基本信息"
SCORING = "自评打分"
EVIDENCE = "证据清单"
SUMMARY = "汇总"
IDENTITY = "_标识"

# Defined names that dropdowns and readers rely on.
INDICATOR_LIST = "indicator_list"
IDENTITY_NAME = "qa_identity"
EVIDENCE_TABLE = "evidence"
TOTAL_NAME = "score_total"

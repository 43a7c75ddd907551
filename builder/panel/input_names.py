"""The sheets of review and consensus workbooks, and the names of their single inputs."""

REVIEW_GUIDE, REVIEW_SCORING = "评审说明", "评审打分"
REPORT_TEXT, COMPANY_PROOFS, COMPANY_FIGURES = "报告正文", "企业证据", "企业近三年数据"
REVIEW_SUMMARY = "评审汇总"
RECUSAL, RECUSAL_REASON = "review_recusal", "review_reason"
SIGNED, SIGNED_ON, OVERALL = "review_signature", "review_date", "review_overall"
NO_RECUSAL, RECUSED = "无须回避", "须回避"

CONSENSUS_GUIDE, CONSENSUS_SCORING = "合议说明", "合议打分"
CONSENSUS_TALK, CONSENSUS_WORDS, CONSENSUS_LENIENCY = "讨论清单", "评审意见", "评审员宽严"
CONSENSUS_LEADER, CONSENSUS_DATE = "consensus_leader", "consensus_date"
CONSENSUS_AGAIN, CONSENSUS_AGAIN_DATE = "consensus_again", "consensus_again_date"

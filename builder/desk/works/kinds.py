"""What kinds of long work are called in orders, and the lists that they read."""

IMPORT, HAND_OUT, RECEIVE, LETTERS = "import", "hand-out", "receive", "letters"
ASSIGN, REVIEW, PROGRESS, JOIN, RANK = "assign", "review", "progress", "join", "rank"
BASE, PAGES, TABLES = "base", "pages", "tables"
AMEND, ISSUING, ENDING, PAPERS, ARCHIVING = "amend", "issue", "end", "papers", "archive"
# What lists of the office's are called in its folder.
APPLICANTS = "申报者.xlsx"
REVIEWERS, ASSIGNMENT, RULES = "评审员.xlsx", "分工表.xlsx", "评审规则.yaml"
MEMBERS, CATEGORIES, HIDDEN = "评委.xlsx", "类别.xlsx", "也隐去.xlsx"
# All that goes out, in one file beside it.
ARCHIVE = "下发.zip"

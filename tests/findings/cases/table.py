"""The case of every code, in the order of the catalogue, and what must pass without any."""

from tests.findings.cases import (
    agreeing,
    apart,
    asked,
    desk,
    editions,
    files,
    filling,
    forms,
    leaves,
    notices,
    pages,
    panels,
    reports,
    schemes,
    stages,
    templates,
    workbooks,
    years,
)
from tests.findings.cases.said import Case

# What offices write, and what comes back: two halves of about the same length to run.
OF_OFFICES: dict[str, Case] = {
    **schemes.SCHEME_CASES,
    **leaves.LEAF_RULE_CASES,
    **templates.DOCUMENT_CASES,
    **templates.RETURNING_CASES,
    **templates.CARRIED_CASES,
    **templates.WORKBOOK_CASES,
    **templates.LIST_CASES,
    **pages.PAGE_CASES,
    **templates.DISK_CASES,
    **schemes.FIX_CASES,
    **schemes.RULE_CASES,
    **panels.PANEL_CASES,
    **asked.ASKED_CASES,
    **notices.NOTICE_CASES,
    **apart.APART_CASES,
    **agreeing.AGREEING_CASES,
    **stages.STAGE_CASES,
    **forms.FORM_CASES,
    **editions.EDITION_CASES,
    **filling.FILLING_CASES,
    **years.YEAR_CASES,
    **desk.DESK_CASES,
    **notices.FORM_CASES,
}
RETURNED: dict[str, Case] = {
    **files.FILE_CASES,
    **reports.ACTIVE_CASES,
    **files.LEFT_OUT_CASES,
    **workbooks.IDENTITY_CASES,
    **workbooks.STRUCTURE_CASES,
    **reports.REPORT_FILE_CASES,
    **workbooks.CAUSE_CASES,
    **workbooks.SEEN_CASES,
    **workbooks.ANSWER_CASES,
    **leaves.ANSWER_CASES,
    **reports.REPORT_CASES,
    **workbooks.STAND_IN_CASES,
    **workbooks.TOTAL_CASES,
    **workbooks.EVIDENCE_CASES,
    **reports.CROSS_CASES,
    **files.BATCH_CASES,
    **workbooks.DECLARATION_CASES,
}
CLEAN: dict[str, Case] = {
    f"{module.__name__.rpartition('.')[2]} {name}": case
    for module in (
        *(schemes, files, workbooks, reports, templates, pages, panels, asked, agreeing, notices),
        *(apart, forms, editions, filling, years),
    )
    for name, case in module.CLEAN.items()
}

"""The case of every code, in the order of the catalogue, and what must pass without any."""

from tests.findings.cases import (
    asked,
    editions,
    files,
    notices,
    pages,
    panels,
    reports,
    schemes,
    templates,
    workbooks,
)
from tests.findings.cases.said import Case

# What offices write, and what comes back: two halves of about the same length to run.
OF_OFFICES: dict[str, Case] = {
    **schemes.SCHEME_CASES,
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
    **editions.EDITION_CASES,
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
    **reports.REPORT_CASES,
    **workbooks.TOTAL_CASES,
    **workbooks.EVIDENCE_CASES,
    **reports.CROSS_CASES,
    **files.BATCH_CASES,
    **workbooks.DECLARATION_CASES,
}
CLEAN: dict[str, Case] = {
    f"{module.__name__.rpartition('.')[2]} {name}": case
    for module in (
        schemes,
        files,
        workbooks,
        reports,
        templates,
        pages,
        panels,
        asked,
        notices,
        editions,
    )
    for name, case in module.CLEAN.items()
}

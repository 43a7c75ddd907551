"""Every page and every action, by method and path; each is imported when it is asked for."""

import importlib

from builder.desk.asked import Handler

# Method, path, module in this folder, function there.
PAGES = (
    ("GET", "/", "home", "home"),
    ("GET", "/state", "home", "state"),
    ("POST", "/end", "home", "end"),
    ("POST", "/jobs/{number}/stop", "home", "stop"),
    ("POST", "/jobs/{number}/again", "home", "again"),
    ("POST", "/jobs/{number}/dismiss", "home", "dismiss"),
    ("GET", "/award", "award", "award"),
    ("POST", "/award/choose", "award", "choose"),
    ("POST", "/award/leave", "award", "leave_out"),
    ("POST", "/award/import", "award", "import_notice"),
    ("POST", "/award/answer", "award", "answer"),
    ("POST", "/award/check", "award", "check"),
    ("POST", "/award/save", "award", "save"),
    ("GET", "/award/paired", "award", "paired_page"),
    ("GET", "/scheme", "award", "scheme_page"),
    ("GET", "/scheme/tables", "tables", "give_out"),
    ("POST", "/scheme/tables", "tables", "take_back"),
    ("POST", "/scheme/accept", "tables", "accept"),
    ("POST", "/scheme/undo", "tables", "undo"),
    ("GET", "/scheme/word", "pictured", "word_file"),
    ("GET", "/scheme/page", "pictured", "page_image"),
    ("POST", "/scheme/pages", "pictured", "draw"),
    ("GET", "/handout", "handout", "handout"),
    ("POST", "/handout/list", "handout", "take_list"),
    ("POST", "/handout/go", "handout", "begin"),
    ("POST", "/handout/base", "handout", "make_base"),
    ("GET", "/handout/file", "handout", "fetch"),
    ("GET", "/intake", "intake", "intake"),
    ("POST", "/intake/receive", "intake", "receive"),
    ("POST", "/intake/letters", "intake", "letters"),
    ("POST", "/intake/recycle", "intake", "set_aside"),
    ("POST", "/intake/restore", "intake", "take_back"),
    ("POST", "/intake/undo", "intake", "take_back_act"),
    ("GET", "/company", "company", "company"),
    ("GET", "/submission", "company", "submission"),
    ("GET", "/company/page", "company", "results_page"),
    ("POST", "/company/remark", "company", "say"),
    ("POST", "/company/deadline", "company", "until"),
    ("GET", "/file", "company", "fetch"),
    ("GET", "/review", "review", "review"),
    ("POST", "/review/go", "review", "go"),
    ("GET", "/review/rules", "rules", "rules"),
    ("POST", "/review/rules", "rules", "save"),
    ("POST", "/review/rules/check", "rules", "check"),
    ("POST", "/review/rules/undo", "rules", "undo"),
    ("POST", "/review/list/{which}", "panel_given", "take_list"),
    ("POST", "/review/list/{which}/off", "panel_given", "leave_list_out"),
    ("POST", "/review/files/{which}", "panel_given", "take_files"),
    ("POST", "/review/anew", "review", "begin_anew"),
    ("POST", "/review/phrase", "panel_given", "seal"),
    ("GET", "/review/stages", "stages", "stages"),
    ("POST", "/review/stages/issue", "stages", "issue"),
    ("POST", "/review/stages/end", "stages", "end"),
    ("POST", "/review/stages/papers", "stages", "papers"),
    ("POST", "/review/stages/archive", "stages", "archive"),
    ("GET", "/review/trace", "review", "trace"),
    ("GET", "/review/file", "review", "fetch"),
    ("GET", "/pack", "packing", "pack"),
    ("GET", "/ledger", "ledger", "ledger"),
    ("GET", "/ledger/export", "ledger", "export"),
    ("GET", "/settings", "settings", "settings"),
    ("POST", "/settings", "settings", "save"),
)


def handler_of(module: str, name: str) -> Handler:
    """The function that answers."""
    found: Handler = getattr(importlib.import_module(f"builder.desk.pages.{module}"), name)
    return found


def enter_all() -> None:
    """Enter every room ahead of time, so that nobody waits for one."""
    for _, _, module, name in PAGES:
        handler_of(module, name)

"""``builder import``: a draft of a scheme from the notice that an office was sent."""

import sys
from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode
from builder.cli.output import print_findings, print_lines
from builder.cli.path_option import PATH, path_option
from builder.findings.finding import Finding
from builder.notice.draft import Draft
from builder.notice.lines import Notice
from builder.notice.question import Decisions, Question
from builder.notice.told import account_lines, question_lines
from builder.pipeline.notice import (
    Target,
    astray,
    draft_for,
    find_target,
    read_notice,
    title_of,
    with_form,
    write_draft,
    write_form,
)

_SKIP = "s"


@click.command(cls=ChineseCommand, name="import")
@click.argument("notice", metavar="通知", type=PATH)
@path_option("-o", "--output", "output", metavar="草稿.md", words="草稿写到哪里，默认与通知同名。")
@path_option(
    "--page", "page", metavar="对照.html", words="另写一页逐行对照：通知的每一行成了什么。"
)
@path_option(
    "--questions", "form", metavar="问题.xlsx", words="把要定的事写成 Excel 问题表，不在终端里问。"
)
@path_option("--answers", "answers", metavar="问题.xlsx", words="读回填好的问题表。")
@click.option("--update", is_flag=True, help="通知改过再来一次：保留以前的决定，只问新的。")
def command(
    notice: Path,
    output: Path | None,
    page: Path | None,
    form: Path | None,
    answers: Path | None,
    *,
    update: bool,
) -> ExitCode:
    """由通知（.docx、.xlsx、.txt、.pdf、.doc、.wps、.xls）起草方案。

    官方文字一字不改，略去的都有原因。通知没有写明或有矛盾的，逐个问你；没有回答的先照建议写，并说明还有几个。
    """
    draft_path = output or Path(f"{notice.stem}.md")
    given = tuple(filter(None, (notice, answers)))
    if refused := astray(given, draft_path, page, form):
        return print_findings(refused)
    read = read_notice(notice)
    if isinstance(read, Finding):
        return print_findings((read,))
    target = find_target(draft_path, update=update or answers is not None)
    if isinstance(target, Finding):
        return print_findings((target,))
    return _go_on(read, target, page, form, answers)


def _go_on(
    notice: Notice, target: Target, page: Path | None, form: Path | None, answers: Path | None
) -> ExitCode:
    decisions = target.known.decisions
    draft = draft_for(notice, target, decisions)
    idle: tuple[Finding, ...] = ()
    if answers is not None and isinstance(draft, Draft):
        said = with_form(answers, draft, decisions)
        if said.findings:
            return print_findings(said.findings)
        decisions, idle = said.decisions, said.idle
        draft = draft_for(notice, target, decisions)
    if form is None and answers is None and is_conversation():
        draft, decisions = _ask_all(notice, target, draft, decisions)
    if isinstance(draft, Finding):
        return print_findings((draft,))
    if form is not None:
        failure = write_form(form, title_of(draft), draft, decisions)
        if failure is not None:
            return print_findings((failure,))
        click.echo(f"已写入 {form}")
    written = write_draft(notice, target, draft, decisions, page)
    print_lines(f"已写入 {path}" for path in written.paths)
    print_lines(account_lines(draft))
    open_ones = 0 if written.findings else len(draft.open_questions)
    untold = (Finding.at("QA996", target.draft, actual=str(open_ones)),) if open_ones else ()
    return print_findings((*written.findings, *draft.findings, *idle, *untold))


def is_conversation() -> bool:
    """Whether a person sits at the terminal, to be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _ask_all(
    notice: Notice, target: Target, draft: Draft | Finding, decisions: Decisions
) -> tuple[Draft | Finding, Decisions]:
    """Ask one question after another until none is open or the person has had enough."""
    while isinstance(draft, Draft) and draft.open_questions:
        answer = _ask(draft.open_questions[0], len(draft.open_questions))
        if answer is None:
            break
        decisions = decisions.with_answer(draft.open_questions[0], answer)
        draft = draft_for(notice, target, decisions)
    return draft, decisions


def _ask(question: Question, left: int) -> str | None:
    """The answer of the person at the terminal, ``None`` to leave it and all that follow."""
    print_lines(question_lines(question, left))
    while True:
        said = click.prompt("回答", default="", show_default=False).strip()
        if said == _SKIP:
            return None
        if not said:
            return question.proposal
        if said.isascii() and said.isdigit() and 1 <= int(said) <= len(question.options):
            return question.options[int(said) - 1]
        if question.takes(said):
            return said
        click.echo("请输入序号，或照写其中一个答案。")

"""``builder lint``: everything that is wrong with scheme files and templates."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode, exit_code
from builder.cli.output import print_json, print_lines
from builder.findings.finding import Finding
from builder.load.key_names import ATTRIBUTES
from builder.load.library import find_scheme, shipped_schemes
from builder.model.leaf_rules import Way
from builder.model.official import Parts
from builder.pipeline.kits_of_scheme import open_scheme
from builder.pipeline.scheme_fix import ALL, Answers, Fixed, fix_scheme
from builder.pipeline.template_lint import is_template, lint_template
from builder.pipeline.templates import shipped_templates
from builder.show.plain import scheme_finding_json
from builder.show.verdicts import lint_lines


@click.command(cls=ChineseCommand, name="lint")
@click.argument("files", metavar="[方案或模板…]", nargs=-1)
@click.option("--fix", is_flag=True, help="读法没有疑问的写法直接改好；原来的文件另存在旁边。")
@click.option(
    "--answer",
    "said",
    metavar="[编号=]择一|累加|…",
    multiple=True,
    help="与 --fix 同用：写着的分值怎样算（择一、累加、多选、扣分、加分、直接打分等）；"
    "不写编号的用于没有疑问的以外的全部。可写几次。",
)
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
def command(files: tuple[str, ...], *, fix: bool, said: tuple[str, ...], as_json: bool) -> ExitCode:
    """检查方案文件和模板，一次指出全部问题。

    不指定文件时检查全部自带的方案和模板。方案的问题写明 文件:行:列、代码和办法；
    模板（.xlsx、.docx）先看缺什么，再用它试做一份材料。
    """
    answers = _answers(said)
    if said and not fix:
        raise click.UsageError("--answer 要与 --fix 同用，由 --fix 写进方案。")
    if fix and not files:
        raise click.UsageError("--fix 要写明改哪个方案文件。")
    shipped = shipped_templates()
    names = files or tuple(map(str, (*shipped_schemes(), shipped.workbook, shipped.document)))
    templates = tuple(name for name in names if is_template(name))
    failed: list[Finding] = []
    for name in names if fix else ():
        path, _ = find_scheme(name)
        if name not in templates and path is not None and path not in shipped_schemes():
            fixed = fix_scheme(path, answers)
            print_lines(_fixed_lines(path, fixed))
            failed += fixed.findings
    findings = tuple(_findings(names, templates))
    findings = (*(one for one in failed if one not in findings), *findings)
    if as_json:
        print_json([scheme_finding_json(finding) for finding in findings])
    else:
        schemes = len(names) - len(templates)
        print_lines(lint_lines(findings, schemes=schemes, templates=len(templates)))
    return exit_code(findings)


def _findings(names: Iterable[str], templates: tuple[str, ...]) -> Iterator[Finding]:
    for name in names:
        if name in templates:
            yield from lint_template(Path(name))
        else:
            yield from open_scheme(name).findings


def _answers(said: Iterable[str]) -> Answers:
    """The answers by indicator, those to all others under ``ALL``."""
    answers: dict[str, Parts | Way] = {}
    for one in said:
        code, _, word = one.rpartition("=")
        answer = next((way for way in (*Parts, *Way) if ATTRIBUTES[way] == word.strip()), None)
        if answer is None:
            listed = "、".join(dict.fromkeys(ATTRIBUTES[way] for way in (*Parts, *Way)))
            raise click.UsageError(f"“{one}”不是回答：写 {listed} 之一，前面可以加 编号=。")
        answers[code.strip() or ALL] = answer
    return answers


def _fixed_lines(path: Path, fixed: Fixed) -> Iterator[str]:
    """What was written, place by place, and where the old file is."""
    for edit in fixed.edits:
        old, new = (_said(words) for words in (edit.old, edit.new))
        yield f"  已改 {path}:{edit.line}:{edit.column}　{old} → {new}"
    if fixed.kept is not None:
        yield f"改了 {len(fixed.edits)} 处；原来的文件存为 {fixed.kept}。"


def _said(words: str) -> str:
    """What stood somewhere or stands there now; a line may only be parted from the one above."""
    if not words.strip():
        return "空一行" if "\n" in words else "（无）"
    return f"“{words.strip()}”"

"""The tables of a scheme as a workbook that a clerk fills in, and the file beside them, hidden."""

from collections.abc import Iterator
from dataclasses import replace

from builder.book.book_plan import BookPlan
from builder.book.canvas import Canvas
from builder.book.sheet import Merge, SheetPlan, ValidationPlan, Visibility
from builder.book.style import Style
from builder.form import plan_tree, validated
from builder.form.plan_list import plan_list
from builder.form.tables import BASICS, Form, caption_of
from builder.load.key_notes import KEY_NOTES

GUIDE, FILE = "说明", "方案原文"
SINGLE_HEADINGS = ("项", "内容", "必填", "怎么写")
# The first row below the headings of every sheet, and the columns of a single value.
FIRST, HEADINGS_ROW, CAPTION, CONTENT = 4, 3, 1, 2
_SINGLE_WIDTHS = (24.0, 62.0, 7.0, 58.0)
_GUIDE_WIDTHS = (16.0, 10.0, 92.0)
_HOW = (
    "这是方案的另一种写法：在表里改好、保存，用 builder form --read 这个文件 -o 方案.md 读回。",
    "只改动过的地方会写进方案，别的一字不动。",
    "每张表可以插入行、删除行、改变次序；空行不算。表头和“项”一列不要改。",
    "一格里要写几条的，一条占一行（按 Alt+Enter 换行）。有下拉的从下拉里选。",
    "官方文字一字不改；通知自己加不拢的，写在“分值矛盾”里，不改数字。",
)
_KEPT = "下面几项这里写不下，留在方案文件里，读回时原样保留：{names}。"


def plan_form(title: str, text: str, digest: str, form: Form) -> BookPlan:
    """The workbook: a guide, the single values, the tree, a sheet for each list, and the file."""
    sheets = (
        _guide(title, form),
        _singles(form),
        plan_tree.plan_tree(form.tree, HEADINGS_ROW),
        *(plan_list(table, HEADINGS_ROW) for table in form.lists),
        _file(text, digest),
    )
    return BookPlan(title=title, sheets=sheets)


def _guide(title: str, form: Form) -> SheetPlan:
    canvas = Canvas(GUIDE, _GUIDE_WIDTHS)
    canvas.title(title)
    row = canvas.lines(2, Style.GUIDE, _how(form)) + 1
    canvas.headings(row, ("表", "现有几行", "写什么"))
    for sheet, count, words in _contents(form):
        row += 1
        canvas.put(row, 1, Style.NAME, sheet)
        canvas.put(row, 2, Style.NUMBER, str(count))
        canvas.put(row, 3, Style.OFFICIAL, words)
        canvas.fit(row, ((words, _GUIDE_WIDTHS[2]),), least=22)
    return replace(canvas.sheet, tab_style=Style.TITLE)


def _how(form: Form) -> Iterator[str]:
    yield from _HOW
    if form.kept:
        yield _KEPT.format(names="、".join(map(caption_of, form.kept)))


def _contents(form: Form) -> Iterator[tuple[str, int, str]]:
    yield BASICS, sum(bool(one.cell) for one in form.singles), "编号、标题、总分、计分方式等"
    yield form.tree.sheet, len(form.tree.rows), plan_tree.WORDS
    for table in form.lists:
        yield table.sheet, len(table.rows), KEY_NOTES.get(table.key, "")


def _singles(form: Form) -> SheetPlan:
    canvas = Canvas(BASICS, _SINGLE_WIDTHS)
    canvas.title("基本")
    canvas.line(2, Style.GUIDE, "一项一行，只改“内容”一列。")
    canvas.headings(HEADINGS_ROW, SINGLE_HEADINGS)
    validations: list[ValidationPlan] = []
    for row, single in enumerate(form.singles, start=FIRST):
        note = KEY_NOTES.get(single.path[-1], "")
        style, content = validated.look(single.shape, single.cell)
        canvas.put(row, CAPTION, Style.LABEL, single.caption)
        canvas.put(row, CONTENT, style, content)
        canvas.put(row, 3, Style.NUMBER, "是" if single.required else "")
        canvas.put(row, 4, Style.NOTE, note)
        texts = ((single.cell, _SINGLE_WIDTHS[1]), (note, _SINGLE_WIDTHS[3]))
        canvas.fit(row, texts, least=22)
        cells = (Merge.across(row, CONTENT, CONTENT),)
        validations += validated.rules(single.caption, note, single.shape, cells)
    sheet = canvas.sheet
    return replace(sheet, validations=tuple(validations), head_rows=HEADINGS_ROW, landscape=True)


def _file(text: str, digest: str) -> SheetPlan:
    canvas = Canvas(FILE, (120.0,))
    canvas.put(1, 1, Style.IDENTITY, digest)
    lines = text.split("\n")
    canvas.put(2, 1, Style.IDENTITY, str(len(lines)))
    for row, line in enumerate(lines, start=3):
        if line:
            canvas.put(row, 1, Style.IDENTITY, line)
    return replace(canvas.sheet, visibility=Visibility.HIDDEN)

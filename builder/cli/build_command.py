"""``builder build``: the kit of one award, or one prefilled kit for each applicant of a list."""

import gc
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.amend_order import AmendOrder
from builder.cli.chinese import ChineseCommand
from builder.cli.exit_code import ExitCode
from builder.cli.kit_options import kit_options, wanted_options
from builder.cli.office_option import given_office, office_option
from builder.cli.output import print_findings, print_lines
from builder.cli.path_option import path_option
from builder.cli.sweeping import sweep_from_here
from builder.cli.template_option import given_templates, template_option
from builder.kit.planning import NO_OFFICE
from builder.model.office import Office
from builder.pipeline.kit import build_kit
from builder.pipeline.kit_names import KitPart

if TYPE_CHECKING:
    from builder.selfcheck.beside_kit import KitPage

# A plan is tens of thousands of objects in no cycle, all of which stay: looking through them for
# cycles as often as is usual takes a third of the time of a build.
SWEEPS = (20_000, 20, 50)


@click.command(cls=ChineseCommand, name="build")
@click.argument("scheme", metavar="方案")
@path_option(
    "-o", "--output", "folder", metavar="文件夹", words="写到哪个文件夹，默认为 output/奖项名称。"
)
@click.option(
    "--only",
    type=click.Choice([kind.value for kind in KitPart]),
    help="只生成评分表或只生成申报材料。",
)
@kit_options
@office_option()
@click.option("--all-choices", "every", is_flag=True, help="每种选择各生成一份。")
@template_option("本单位的模板，.xlsx 定评分表的样子，.docx 定申报材料的样子；可各给一个。")
@click.option(
    "--selfcheck",
    "with_page",
    is_flag=True,
    help="另放一份压缩好的自查页，企业交件前自己核验；底页见 builder selfcheck。",
)
@path_option(
    "--applicants", metavar="名单.xlsx", words="按名单每行生成一份，预填基本信息，并写一份清单。"
)
@click.option(
    "--amend",
    "before",
    metavar="旧方案",
    help="通知中途更正：旧方案的标识或文件；另写变化对照表。",
)
@path_option(
    "--returned",
    "returned",
    metavar="收件",
    words="更正以前已经交回的材料；另写补答清单和各单位新的材料。可多次使用。",
    multiple=True,
)
def command(
    scheme: str,
    folder: Path | None,
    only: str | None,
    choices: tuple[str, ...],
    scale: str | None,
    templates: tuple[Path, ...],
    applicants: Path | None,
    office: Path | None,
    before: str | None,
    returned: tuple[Path, ...],
    *,
    every: bool,
    with_page: bool,
) -> ExitCode:
    """生成评分表（.xlsx）和申报材料（.docx）。

    方案是自带方案的标识（见 builder list）或方案文件的路径。
    """
    if applicants is not None:
        gc.set_threshold(*SWEEPS)
        sweep_from_here()
    wanted = wanted_options(choices, scale, every=every)
    look = given_templates(templates)
    kind = None if only is None else KitPart(only)
    settings, refused = given_office(office)
    if refused:
        return print_findings(refused)
    amended = _amended(
        AmendOrder(
            before=before or "",
            scheme=scheme,
            folder=folder or Path("output") / Path(scheme).stem,
            returned=returned,
            options=wanted.options,
            scale=wanted.scale,
            templates=look,
            office=settings,
        ),
        listed=applicants is not None,
    )
    if isinstance(amended, ExitCode):
        return amended
    page = _page_of(scheme, settings) if with_page else None
    if isinstance(page, ExitCode):
        return page
    settings = settings or NO_OFFICE
    if applicants is None:
        built = build_kit(scheme, folder, kind, wanted, look, settings)
        print_lines(f"已写入 {path}" for path in built.paths)
        ended = print_findings(built.findings)
        return max(ended, amended(), _put_beside(page, folder)) if built.paths else ended
    if every:
        raise click.UsageError("按名单（--applicants）逐行选择时，不能再用 --all-choices。")
    kinds = tuple(each for each in KitPart if kind in (None, each))
    # Most kits are for everybody.
    from builder.cli.handing_out import hand_out
    from builder.pipeline.distribution import Order

    ended = hand_out(
        Order(
            scheme=scheme,
            applicants=applicants,
            folder=folder,
            kinds=kinds,
            wanted=wanted,
            templates=look,
            office=settings,
        )
    )
    return max(ended, _put_beside(page, folder))


def _amended(order: AmendOrder, *, listed: bool) -> ExitCode | Callable[[], ExitCode]:
    """What makes the rest of an amendment once the kits are there; nothing for no amendment.

    An exit code says that nothing is to be begun.
    """
    if not order.before:
        if order.returned:
            raise click.UsageError("--returned 要和 --amend 旧方案 一起用。")
        return lambda: ExitCode.CLEAN
    if listed:
        raise click.UsageError("--amend 不能和 --applicants 一起用。")
    # Most kits are made of a notice that nobody amended.
    from builder.cli.amend_kits import amend_kits, begun

    comparison = begun(order)
    return (
        comparison if isinstance(comparison, ExitCode) else partial(amend_kits, order, comparison)
    )


def _page_of(scheme: str, office: Office | None) -> "KitPage | ExitCode":
    # Most builds want no page.
    from builder.selfcheck.beside_kit import page_of_kit

    page, findings = page_of_kit(scheme, office, date.today())  # noqa: DTZ011 - the user's own day
    return print_findings(findings) if page is None else page


def _put_beside(page: "KitPage | None", folder: Path | None) -> ExitCode:
    if page is None:
        return ExitCode.CLEAN
    written = page.write_into(folder)
    print_lines(f"已写入 {path}" for path in written.paths)
    return print_findings(written.findings)

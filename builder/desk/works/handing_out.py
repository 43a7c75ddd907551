"""Kits for a list of applicants, a page for checking them oneself, and all of it in one archive."""

import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from builder.desk.places import handouts, list_file, scheme_named, settings_of
from builder.desk.told import Tell, Told
from builder.desk.works.kinds import APPLICANTS, ARCHIVE
from builder.findings.failure import failure_words
from builder.findings.finding import Finding
from builder.kit.planning import NO_OFFICE
from builder.model.office import Office
from builder.pipeline.choosing import Wanted
from builder.pipeline.distribution import Distribution, Order
from builder.pipeline.file_names import safe_file_name
from builder.pipeline.files import WrittenFiles
from builder.pipeline.kit_names import KitPart
from builder.pipeline.templates import shipped_templates
from builder.pipeline.year.folder import Room, Year
from builder.selfcheck.beside_kit import page_of_kit
from builder.selfcheck.kept_base import prepare_base
from builder.show.handouts import MANIFEST


def hand_out(year: Year, given: Mapping[str, Any], tell: Tell) -> None:
    """Write every applicant's files, each as soon as it is made."""
    scheme = scheme_named(year, str(given["scheme"]))
    if scheme is None:
        return
    office, refused = settings_of(year)
    if refused:
        tell(Told(findings=refused))
        return
    folder = year.place(Room.KITS)
    tell(Told(said="正在读名单、排版"))
    order = Order(
        scheme=str(scheme.path),
        applicants=list_file(year, APPLICANTS),
        folder=folder,
        kinds=tuple(KitPart),
        wanted=Wanted(),
        templates=shipped_templates(),
        office=office or NO_OFFICE,
    )
    distribution = Distribution(order)
    rows = distribution.applicants
    tell(Told(done=0, total=len(rows), said="正在生成", findings=distribution.findings))
    for number, applicant in enumerate(rows, 1):
        distribution.hand_out(applicant)
        tell(Told(done=number))
    manifest = distribution.close()
    tell(Told(findings=distribution.findings))
    beside: tuple[Path, ...] = ()
    if given.get("page"):
        tell(Told(said="正在放自查页"))
        page = _page(scheme.path, office, folder)
        beside = page.paths
        tell(Told(findings=page.findings))
    if manifest is None:
        tell(Told(said="什么也没有生成"))
        return
    tell(Told(said="正在打包"))
    failure = _pack(year, beside)
    tell(
        Told(
            said=f"写入 {distribution.written} 个文件，已有且相同的 {distribution.kept} 个",
            findings=() if failure is None else (failure,),
        )
    )


def make_base(_year: Year, _given: Mapping[str, Any], tell: Tell) -> None:
    """Make what the page for checking oneself is made from, for all awards of this computer."""
    tell(Told(said="正在取来运行环境，几分钟"))
    made = prepare_base(None)
    if isinstance(made, Finding):
        tell(Told(said="没有准备好", findings=(made,)))
        return
    tell(Told(said="准备好了，下发时可以附自查页"))


def _page(scheme: Path, office: Office | None, folder: Path) -> WrittenFiles:
    page, findings = page_of_kit(str(scheme), office, datetime.now(UTC).astimezone().date())
    if page is None:
        return WrittenFiles(findings=findings)
    written = page.write_into(folder)
    return WrittenFiles(paths=written.paths, findings=(*findings, *written.findings))


def _pack(year: Year, beside: tuple[Path, ...]) -> Finding | None:
    """All that goes out in one archive, a folder for each applicant."""
    folder = year.place(Room.KITS)
    part = folder / f".{ARCHIVE}.part"
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as archive:
            for one in handouts(year):
                path = folder / Path(one.file).name
                if path.is_file():
                    archive.write(path, f"{safe_file_name(one.applicant) or '单位'}/{path.name}")
            for path in (folder / MANIFEST, *beside):
                archive.write(path, path.name)
        part.replace(folder / ARCHIVE)
    except OSError as error:
        part.unlink(missing_ok=True)
        return Finding.at("QA891", folder / ARCHIVE, actual=failure_words(error))
    return None

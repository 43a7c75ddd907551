"""One row of an office's list: the applicant it names, or everything that is wrong with it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from builder.findings.finding import Finding, Place
from builder.formula.address import cell_address
from builder.formula.value import Value
from builder.model.compared_text import reduced
from builder.model.credit_code import check_character
from builder.model.days import from_1900
from builder.model.nearest import did_you_mean
from builder.model.office import FieldKind
from builder.model.returned import ReturnedCell
from builder.model.scheme import Choice
from builder.pipeline.applicants import FILE_COLUMN, REVIEWER_COLUMN, Applicant, Asked
from builder.pipeline.file_names import safe_file_name, same_name
from builder.pipeline.list_values import RejectedError, answer_of, checked_name, checked_text
from builder.pipeline.list_words import parted

# The cells of a row by the caption of their column, each with the column's number.
Cells = dict[str, tuple[int, ReturnedCell]]
# How names of firms end.
_FIRM = re.compile("(?:公司|集团|厂|[医学]?院|学校|中心|合作社)$")
_EXTENSIONS = (".xlsx", ".docx")


class RowReader:
    """Reads one row after another, and remembers which file names are taken."""

    def __init__(self, asked: Asked, place: Place, *, from_1904: bool = False) -> None:
        """``place`` is the sheet of the list, whose days may count from 1904."""
        self._from_1904 = from_1904
        self._asked = asked
        self._place = place
        self._taken: dict[str, int] = {}
        # Whose each code is, and in which row.
        self._codes: dict[str, tuple[str, int]] = {}

    def read(self, row: int, cells: Cells) -> tuple[Applicant | None, list[Finding]]:
        """The applicant and what is doubtful, or ``None`` and every fault at the cell with it."""
        faults: list[Finding] = []
        texts: dict[str, str] = {}
        for title in (self._asked.name_column, FILE_COLUMN, REVIEWER_COLUMN):
            try:
                checked = checked_name if title == self._asked.name_column else checked_text
                texts[title] = checked(_cell(cells, title))
            except RejectedError as problem:
                faults.append(self._rejected(row, cells, title, problem))
                texts[title] = ""
        name = texts[self._asked.name_column]
        if not name and not faults:
            faults.append(self._finding("QA866", row, cells, self._asked.name_column))
        if len(parted(name)) > 1 and all(map(_FIRM.search, parted(name))):
            several = RejectedError(f"“{name}”像是几家，请一行写一家")
            faults.append(self._rejected(row, cells, self._asked.name_column, several))
        options = tuple(self._options(row, cells, faults))
        answers = dict(self._answers(row, cells, faults))
        wanted = texts[FILE_COLUMN] or "-".join((name, *(each for _, each in options)))
        file = _base_name(wanted) if name else ""
        if not faults:
            faults += self._name_faults(row, cells, wanted, file)
        if faults:
            return None, faults
        self._taken[_known_as(file)] = row
        applicant = Applicant(
            row=row,
            name=name,
            options=options,
            answers=answers,
            file=file,
            reviewer=texts[REVIEWER_COLUMN],
        )
        return applicant, [*self._doubts(row, cells, answers, name)]

    def left_out(self, row: int, cells: Cells, last: str) -> Finding:
        """The hint about a row that sums the list up, signs it or stands over a group."""
        column = next(iter(cells.values()))[0]
        return Finding.at(
            "QA873",
            replace(self._place, cell=cell_address(row, column)),
            actual=last,
            row=str(row),
            kind="申报者",
        )

    def _options(self, row: int, cells: Cells, faults: list[Finding]) -> Iterator[tuple[str, str]]:
        for choice in self._asked.choices:
            try:
                option = checked_text(_cell(cells, choice.name))
            except RejectedError as problem:
                faults.append(self._rejected(row, cells, choice.name, problem))
                continue
            option = option or self._asked.given.get(choice.name, "") or (choice.default or "")
            if option in choice.options:
                yield choice.name, option
            else:
                faults.append(self._wrong_option(row, cells, choice, option))

    def _wrong_option(self, row: int, cells: Cells, choice: Choice, option: str) -> Finding:
        return self._finding(
            "QA868" if option else "QA869",
            row,
            cells,
            choice.name,
            actual=option,
            name=choice.name,
            options="、".join(choice.options),
            hint=did_you_mean(option, choice.options),
        )

    def _answers(
        self, row: int, cells: Cells, faults: list[Finding]
    ) -> Iterator[tuple[str, Value]]:
        for title, item in self._asked.by_title.items():
            try:
                kind = self._asked.kinds.get(item.name)
                value = answer_of(item, self._day(_cell(cells, title), kind), kind)
            except RejectedError as problem:
                found = self._rejected(row, cells, title, problem)
                if found not in faults:
                    faults.append(found)
                continue
            if value is not None:
                yield item.name, value

    def _doubts(
        self, row: int, cells: Cells, answers: Mapping[str, Value], name: str
    ) -> Iterator[Finding]:
        """What is taken and yet wrong: a code that does not add up, or is another's as well."""
        for title, item in self._asked.by_title.items():
            code = answers.get(item.name)
            is_code = self._asked.kinds.get(item.name) is FieldKind.CREDIT_CODE
            if not is_code or not isinstance(code, str):
                continue
            right = check_character(code)
            if right != code[-1]:
                yield self._finding("QA874", row, cells, title, actual=code, right=right)
            # One organisation may apply twice, for one thing and for another.
            other, before = self._codes.setdefault(code, (name, row))
            if reduced(other) != reduced(name):
                said = {"name": name, "other": other, "before": str(before)}
                yield self._finding("QA875", row, cells, title, actual=code, **said)

    def _day(self, cell: ReturnedCell | None, kind: FieldKind | None) -> ReturnedCell | None:
        """The cell of a date as it reads where days count from 1900."""
        if cell is None or kind is not FieldKind.DATE or not self._from_1904:
            return cell
        return cell._replace(value=from_1900(cell.value))

    def _name_faults(self, row: int, cells: Cells, wanted: str, file: str) -> Iterator[Finding]:
        title = FILE_COLUMN if _cell(cells, FILE_COLUMN) else self._asked.name_column
        other = self._taken.get(_known_as(file))
        if not file:
            yield self._finding("QA871", row, cells, title, actual=wanted)
        elif other is not None:
            yield self._finding("QA867", row, cells, title, actual=file, other=str(other))

    def _rejected(self, row: int, cells: Cells, title: str, problem: RejectedError) -> Finding:
        return self._finding("QA870", row, cells, title, reason=str(problem))

    def _finding(
        self, code: str, row: int, cells: Cells, title: str, *, actual: str = "", **details: str
    ) -> Finding:
        column = cells[title][0] if title in cells else cells[self._asked.name_column][0]
        return Finding.at(
            code,
            replace(self._place, cell=cell_address(row, column)),
            actual=actual,
            row=str(row),
            title=title,
            **details,
        )


def _cell(cells: Cells, title: str) -> ReturnedCell | None:
    return cells[title][1] if title in cells else None


def _known_as(file: str) -> str:
    """By what a file is the same as another: blanks in a name are people's own."""
    return same_name(reduced(file))


def _base_name(words: str) -> str:
    for extension in _EXTENSIONS:
        if words.casefold().endswith(extension):
            words = words[: -len(extension)]
    return safe_file_name(words)

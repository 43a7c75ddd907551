"""How reading stops: deep inside a parser only an exception can."""

from collections.abc import Mapping

from builder.findings.finding import Finding, Place


class RefusedError(Exception):
    """The file cannot be read; never leaves this package, its finding does."""

    def __init__(
        self,
        code: str,
        *,
        sheet: str = "",
        cell: str = "",
        expected: str = "",
        actual: str = "",
        details: Mapping[str, str] | None = None,
    ) -> None:
        """Keep what the finding under ``code`` will say."""
        super().__init__(code)
        self.code = code
        self.sheet = sheet
        self.cell = cell
        self.expected = expected
        self.actual = actual
        self.details = dict(details or {})

    def located(self, sheet: str, cell: str = "") -> "RefusedError":
        """The same refusal at a place, unless it already knows its place better."""
        return RefusedError(
            self.code,
            sheet=self.sheet or sheet,
            cell=self.cell or cell,
            expected=self.expected,
            actual=self.actual,
            details=self.details,
        )

    def finding(self, path: str) -> Finding:
        """The finding to hand out for the file at ``path``."""
        return Finding.at(
            self.code,
            Place(path=path, sheet=self.sheet, cell=self.cell),
            expected=self.expected,
            actual=self.actual,
            **self.details,
        )

    @property
    def reason(self) -> str:
        """What is wrong with the file, as a part of a sentence."""
        return self.finding("").message.removesuffix("。")

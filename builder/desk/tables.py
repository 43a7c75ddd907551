"""A scheme's tables on their way: as they go out, as they came back, and what they make of it."""

from pathlib import Path

from builder.desk.own_folder import OwnPlaces
from builder.desk.places import SchemeFile
from builder.frozen import frozen
from builder.pipeline.year.folder import Year


@frozen
class Tables:
    """Where those of one scheme lie; nothing here is the only copy of anything."""

    folder: Path
    scheme: SchemeFile

    @classmethod
    def of(cls, year: Year, scheme: SchemeFile) -> "Tables":
        """Those of a scheme of the year."""
        folder = OwnPlaces(folder=year.root).own / "编辑" / "方案表" / scheme.path.stem
        return cls(folder=folder, scheme=scheme)

    @property
    def blank(self) -> Path:
        """The workbook that goes out."""
        return self.folder / f"{self.scheme.path.stem}-方案表.xlsx"

    @property
    def returned(self) -> Path:
        """The workbook that came back."""
        return self.folder / "交回的方案表.xlsx"

    @property
    def draft(self) -> Path:
        """The scheme with what the workbook changes."""
        return self.folder / self.scheme.name

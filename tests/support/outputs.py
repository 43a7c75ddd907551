"""What a command put into a folder, apart from the record of what it wrote there."""

from pathlib import Path

from builder.pipeline.own_outputs import WRITTEN_FILE


def produced(folder: Path) -> list[Path]:
    """Everything right in a folder but the record, in the order of the names."""
    return sorted(path for path in folder.iterdir() if path.name != WRITTEN_FILE)

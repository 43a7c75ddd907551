"""Where the desk keeps what is its own: in the award's folder, and secrets with the user only."""

import hashlib
from pathlib import Path

from platformdirs import user_state_path

from builder.frozen import frozen

_NAME = ".工作台"


@frozen
class OwnPlaces:
    """The places of a desk for the award in ``folder``; nothing there is the only copy."""

    folder: Path

    @property
    def own(self) -> Path:
        """The folder beside the award's own that people need not look into."""
        return self.folder / _NAME

    @property
    def lock(self) -> Path:
        """Which desk serves the folder now; it holds no secret."""
        return self.own / "正在运行.json"

    @property
    def users(self) -> Path:
        """Who may come in from other computers."""
        return self.own / "用户.json"

    @property
    def journal(self) -> Path:
        """Who did what, a line each."""
        return self.own / "操作记录.jsonl"

    @property
    def faults(self) -> Path:
        """What went wrong inside the program, for the people who maintain it."""
        return self.own / "故障.log"

    @property
    def orders(self) -> Path:
        """The long work that was asked for, a file each."""
        return self.own / "任务"

    @property
    def uploads(self) -> Path:
        """Files on their way from the browser."""
        return self.own / "上传"

    @property
    def key(self) -> Path:
        """The word by which a second start is known to the first, where only this user reads."""
        mark = hashlib.sha256(str(self.folder.resolve()).encode()).hexdigest()[:24]
        return user_state_path("builder", appauthor=False) / "desk" / f"{mark}.key"

"""What people call the sheets they cannot see."""

IDENTITY, OPEN_TASKS = "_标识", "_待办"
TREND_FIGURES = "_趋势"
_CALLED = {
    IDENTITY: "隐藏的标识表",
    OPEN_TASKS: "隐藏的待办表",
    TREND_FIGURES: "隐藏的趋势图数据表",
}


def called(sheet: str) -> str:
    """The name under which a message speaks of a sheet."""
    return _CALLED.get(sheet, sheet)

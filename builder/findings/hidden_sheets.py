"""What people call the sheets they cannot see."""

IDENTITY, OPEN_TASKS = "_标识", "_待办"
TREND_FIGURES, GAP_FIGURES = "_趋势", "_差距"
_CALLED = {
    IDENTITY: "隐藏的标识表",
    OPEN_TASKS: "隐藏的待办事项表",
    TREND_FIGURES: "隐藏的趋势图数据表",
    GAP_FIGURES: "隐藏的差距计算表",
}


def called(sheet: str) -> str:
    """The name under which a message speaks of a sheet."""
    return _CALLED.get(sheet, sheet)

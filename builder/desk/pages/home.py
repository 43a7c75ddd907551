"""The first page: where the year stands; and what every page may ask for."""

from typing import Any

from starlette.responses import JSONResponse, Response

from builder.desk.asked import Asked, to
from builder.desk.pages.frame import framed, revision
from builder.desk.places import handouts, own_schemes_of, ranking
from builder.desk.rendering import page
from builder.ledger.rows import State
from builder.pipeline.year.folder import Room

_LAST = 12
# What is to be done next, by the first of the things that are not there yet.
_STEPS = (
    ("/award", "选一个自带的奖项，或者把印发的通知拖进来起草"),
    ("/handout", "把申报者的名单拖进来，生成每家的评分表和申报材料"),
    ("/intake", "企业交来以后，把收到的文件和文件夹拖进来核验"),
    ("/intake", "给有问题的单位写补正通知书；没有要补正的，接着评审"),
    ("/review", "把评审员的名单拖进来，生成评审表"),
    ("/review", "收回评审表，合议，排名"),
)
_LAST_STEP = ("/review/stages", "答辩、投票、公示，最后封存")


def home(asked: Asked) -> Response:
    """Where the year stands."""
    year = asked.desk.year
    lines, _ = year.ledger.log(limit=_LAST)
    _, letters = year.ledger.letters(limit=1)
    counts = year.ledger.counts()
    where: dict[str, Any] = {
        "schemes": own_schemes_of(year),
        "handouts": len({one.applicant for one in handouts(year)}),
        "received": sum(counts.values()),
        "letters": letters,
        "reviewing": any(year.place(Room.REVIEWS).glob("*.json")),
        "ranked": ranking(year).is_file(),
    }
    return framed(
        asked,
        "home.html",
        **where,
        next=next(
            (one for one, done in zip(_STEPS, where.values(), strict=True) if not done), _LAST_STEP
        ),
        counts=[(state, counts.get(state, 0)) for state in State],
        lines=lines,
        folder=year.root.resolve(),
    )


def state(asked: Asked) -> Response:
    """A word that changes whenever a page has something new to show."""
    return JSONResponse({"revision": revision(asked)})


def end(asked: Asked) -> Response:
    """End the desk, which one of several who share it cannot."""
    if asked.desk.shared:
        return to("/")
    asked.desk.journal.note(asked.who, "结束工作台")
    asked.desk.end()
    return page("refused.html", left=True, finding=None)


def stop(asked: Asked) -> Response:
    """Stop a piece of work."""
    asked.desk.jobs.stop(_number(asked))
    return to(asked.back)


def again(asked: Asked) -> Response:
    """Go on with a piece of work."""
    asked.desk.jobs.again(_number(asked))
    return to(asked.back)


def dismiss(asked: Asked) -> Response:
    """Say no more of a piece of work."""
    asked.desk.jobs.dismiss(_number(asked))
    return to(asked.back)


def _number(asked: Asked) -> int:
    word = asked.path["number"]
    return int(word) if word.isascii() and word.isdigit() else 0

"""The first page: where the year stands; and what every page may ask for."""

from starlette.responses import JSONResponse, Response

from builder.desk.asked import Asked, to
from builder.desk.pages.frame import framed, revision
from builder.desk.places import handouts, own_schemes_of, ranking
from builder.desk.rendering import page
from builder.ledger.rows import State
from builder.pipeline.year.folder import Room

_LAST = 12


def home(asked: Asked) -> Response:
    """Where the year stands."""
    year = asked.desk.year
    lines, _ = year.ledger.log(limit=_LAST)
    _, letters = year.ledger.letters(limit=1)
    counts = year.ledger.counts()
    return framed(
        asked,
        "home.html",
        schemes=own_schemes_of(year),
        handouts=len({one.applicant for one in handouts(year)}),
        counts=[(state, counts.get(state, 0)) for state in State],
        received=sum(counts.values()),
        letters=letters,
        reviewing=any(year.place(Room.REVIEWS).glob("*.json")),
        ranked=ranking(year).is_file(),
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

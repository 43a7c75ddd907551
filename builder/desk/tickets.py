"""Who may come in: addresses that open once, and the sessions that they begin."""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from builder.frozen import frozen

# A day at the office, counted anew with every request.
IDLE = 12 * 3600.0
# An address that nobody opened is good for as long as a person needs to find the browser.
_TICKET_LASTS = 3600.0
_MOST_TICKETS = 20
_MOST_SESSIONS = 200
Clock = Callable[[], float]


@dataclass(kw_only=True)
class Tickets:
    """Words that open the desk once each."""

    clock: Clock = monotonic
    _open: dict[str, float] = field(default_factory=dict)

    def issue(self) -> str:
        """A new word; of too many that nobody used the oldest is worth nothing any more."""
        word = secrets.token_urlsafe(32)
        while len(self._open) >= _MOST_TICKETS:
            del self._open[next(iter(self._open))]
        self._open[word] = self.clock() + _TICKET_LASTS
        return word

    def take(self, word: str) -> bool:
        """Whether the word opens the desk; it does so no second time."""
        found = [one for one in self._open if _same(one, word)]
        return any(self._open.pop(one) >= self.clock() for one in found)


@frozen
class Session:
    """Who came in, and the word that the browser shows from then on."""

    word: str
    who: str


@dataclass(kw_only=True)
class Sessions:
    """Everybody who came in and did something within the last hours; a restart ends them all."""

    clock: Clock = monotonic
    _known: dict[str, tuple[Session, float]] = field(default_factory=dict)

    def begin(self, who: str) -> Session:
        """A new session."""
        session = Session(word=secrets.token_urlsafe(32), who=who)
        while len(self._known) >= _MOST_SESSIONS:
            del self._known[next(iter(self._known))]
        self._known[session.word] = (session, self.clock())
        return session

    def find(self, word: str) -> Session | None:
        """The session of that word, ``None`` where there is none or it slept too long."""
        session, seen = self._known.get(word, (None, 0.0))
        if session is None or self.clock() - seen > IDLE:
            self._known.pop(word, None)
            return None
        self._known[word] = (session, self.clock())
        return session

    def end(self, word: str) -> None:
        """Forget a session."""
        self._known.pop(word, None)


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())

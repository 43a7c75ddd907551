"""What an office declares of the stages after the reviews; no notice says, so each is its own."""

from decimal import Decimal
from enum import StrEnum

from builder.formula.render import plain_number
from builder.frozen import frozen
from builder.model.panel.join import Join


@frozen
class Gate:
    """Who goes on from a stage: the score that is needed, and how many places there are."""

    line: Decimal | None = None
    places: int | None = None

    def lets(self, place: int, score: Decimal) -> bool:
        """Whether one with this place and score goes on."""
        inside = self.places is None or place <= self.places
        return inside and (self.line is None or score >= self.line)


@frozen
class Category:
    """The line and the places of one category, in place of those of the whole.

    ``winners`` is how many of it win, in place of the places of the vote.
    """

    category: str
    line: Decimal | None = None
    places: int | None = None
    winners: int | None = None


@frozen
class Share:
    """A share as it is written, two whole numbers, so that votes are held against it exactly."""

    part: int
    whole: int

    @property
    def words(self) -> str:
        """The share as a person writes it."""
        return f"{self.part}/{self.whole}"


class Base(StrEnum):
    """Of whom the share is: those who came, or all who were to come; who is barred never counts."""

    ATTENDED = "attended"
    ENTITLED = "entitled"

    @property
    def label(self) -> str:
        """The base in words."""
        return {"attended": "到会", "entitled": "应到"}[self.value]


class Order(StrEnum):
    """By what those who passed the vote are ranked."""

    VOTES = "votes"
    SCORE = "score"


@frozen
class Defence:
    """陈述答辩: what its score weighs in the total, out of how many points, who goes on."""

    weight: Decimal
    points: Decimal = Decimal(100)
    join: Join = Join.MEAN
    decimals: int = 2
    line: Decimal | None = None
    places: int | None = None

    @property
    def words(self) -> str:
        """The rule in words."""
        review, own = (plain_number(each * 100) for each in (1 - self.weight, self.weight))
        told = (
            f"满分 {plain_number(self.points)} 分，{self.join.label.replace('评审员', '评委')}，"
            f"回避的不计，四舍五入到小数点后 {self.decimals} 位；按满分折算后占总分的 {own}%，"
            f"评审总分占 {review}%。"
        )
        if self.line is not None:
            told += f"答辩分不低于 {plain_number(self.line)} 分的进入下一阶段。"
        return told + (f"按总分前 {self.places} 名进入下一阶段。" if self.places else "")


@frozen
class Vote:
    """评委会投票: which share of whom passes, who must be there, how many places there are."""

    share: Share
    above: bool = False
    base: Base = Base.ATTENDED
    quorum: Share | None = None
    places: int | None = None
    order: Order = Order.VOTES

    @property
    def words(self) -> str:
        """The rule in words."""
        than = "超过" if self.above else "不少于"
        told = f"同意票{than}{self.base.label}评委的 {self.share.words} 为通过；回避的评委不计。"
        if self.quorum is not None:
            told = f"到会评委不少于应到的 {self.quorum.words} 方可投票。{told}"
        by = "同意票的比例（相同的按总分）" if self.order is Order.VOTES else "总分"
        return told + (f"通过的按{by}排列，前 {self.places} 名获奖。" if self.places else "")


@frozen
class Publicity:
    """公示: from which day to which, and whom to turn to."""

    since: str
    until: str
    contact: str

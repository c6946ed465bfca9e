"""What an article opens with and tells without a date: its news, of the days before it was published."""

from ...algebra.interval import Interval
from ...model import DocumentTime, EventMention
from ..titling.flaws import UNFIT

TOLD_BY_SEVERAL = "told by several"  # relation of a mention to the days of the reports that tell it
FRESH = 4  # days that news is old at most, the day of publication included
_OPENING = 800  # characters in which the news stands
CENTRAL = 0.25  # how much of it the headline and the first sentence share at least
_FIRST, _HEADED = 300, 0.6  # the same of what somebody said, which seldom is the news itself


def is_news(mention: EventMention) -> bool:
    """Is it an event that the article reports as new: undated, at the top, central, and not known from before?"""
    return (
        mention.expression is None
        and mention.detail_of is None
        and not mention.relation
        and (mention.kind == "event" or (mention.kind == "statement" and _is_the_news(mention)))
        and mention.reported
        and mention.factuality == "happened"
        and bool(mention.event_class)
        and not mention.definite
        and mention.title_flaws < UNFIT
        and leads(mention)
    )


def is_told_now(mention: EventMention) -> bool:
    """Is it a statement without a date, which the article reports as it would one of the day?"""
    return (
        mention.expression is None
        and mention.detail_of is None
        and not mention.relation
        and mention.kind == "statement"
        and mention.reported
        and mention.factuality == "happened"
        and not mention.further
    )


def dated_by_reports(mention: EventMention) -> bool:
    """Is its day that of the reports: is it their news, or a statement that several of the same days have?"""
    return mention.relation == TOLD_BY_SEVERAL or is_news(mention)


def _is_the_news(mention: EventMention) -> bool:
    """Is what somebody said the very news that heads an article ("has told a judge that he will not testify")?"""
    return mention.central >= _HEADED and mention.quote[0] < _FIRST


def leads(mention: EventMention) -> bool:
    """Does it stand at the top of its article, and tell what its headline tells?"""
    return mention.central >= CENTRAL and mention.quote[0] < _OPENING


def news_time(written: DocumentTime) -> Interval | None:
    """The days in which an article's undated news can lie; None where nobody has given its day of publication."""
    if written.basis != "given" or written.best is None:
        return None
    return Interval(written.best - FRESH + 1, written.best + 1, "span")

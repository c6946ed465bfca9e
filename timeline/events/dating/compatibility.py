"""Can two expressions mean one day, as far as their words alone can tell?"""

from ...algebra.terms import Fields, Modified, Term, TimeOfDay, Within
from ...model import Analysis, EventMention, TimeExpression

#: Log odds counted for two sources that contradict each other: only tellings that are very much alike outweigh them.
CONFLICT = -4.0


def fields_of(term: Term) -> Fields | None:
    """The named calendar parts inside a term, where it has any."""
    if isinstance(term, Fields):
        return term
    if isinstance(term, TimeOfDay):
        return fields_of(term.day)
    if isinstance(term, Modified):
        return fields_of(term.term)
    if isinstance(term, Within):
        return fields_of(term.part)
    return None


def exclude(a: Term, b: Term, slack: int = 0) -> bool:
    """Do the words alone tell two days apart? "May 7" and "May 16" do, "Monday" and "the 7th" do not.

    slack: days of a month by which two reports may differ and still mean one day, told in two time zones.
    """
    one, other = fields_of(a), fields_of(b)
    if one is None or other is None:
        return False
    if _differ(one.year, other.year) or _differ(one.month, other.month):
        return True
    months_agree = one.month == other.month or one.month is None or other.month is None
    return months_agree and one.day is not None and other.day is not None and abs(one.day - other.day) > slack


def _differ(a: int | None, b: int | None) -> bool:
    return a is not None and b is not None and a != b


def expression_of(mention: EventMention, analysis: Analysis) -> TimeExpression | None:
    """The expression that dates a mention."""
    return None if mention.expression is None else analysis.expressions[mention.expression]

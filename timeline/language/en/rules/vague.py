"""References that name no date: "now", "recently", "in the future"."""

import re

from ....algebra.terms import Term, Vague
from ...grammar import RuleBook, Site

BOOK = RuleBook()
rule = BOOK.rule


@rule("reference", "REF", {"currently": "Vague(ref='PRESENT_REF')"}, not_in=["until now-defunct"])
def reference(ref: str, at: Site) -> Term | None:
    words = at.words.lower()
    if words in ("the past", "future", "the future") and re.match(r"\s+(?:tense|[a-z]+s?\b)", at.after(12)) and words == "the past":
        return None
    if words == "the moment" and not re.search(r"\bat\s$|\bfor\s$", at.before(4)):
        return None
    if words == "presently" or words == "future" and not re.search(r"\b(?:in|near|for|the|about)\s$", at.before(6)):
        return Vague(ref)
    return Vague(ref)

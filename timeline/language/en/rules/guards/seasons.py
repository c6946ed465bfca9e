"""Seasons, and not what people and water do, and no names ("may spring", "a fall", "Mark Summers")."""

from ..... import kept
from .....kept import pattern
from ....grammar import Site

_FALLING = pattern(r"\s+(?:of|in|from|to|into|by|below|short|apart|out|for|behind|under)\b")
_BEFORE_FALL = pattern(r"(?:in the|this|last|next|in|early|late|the|by|until|since)\s*$")
#: Somebody falls: "the fall" near it is his ("fell into the moat", not "fell into recession", "fell from 5 %").
_FELL = pattern(
    r"\b(?:fell|fallen|falls|tumbled|plunged|slipped|dropped)\s"
    r"(?:(?:off|over|onto|overboard|out of|\d+ (?:feet|ft|metres|meters|floors|storeys|stories))\b"
    r"|(?:about|some|nearly|almost) \d|(?:into|from|through|down) (?:the|a|an|his|her|its)\b(?! (?:recession|red|year|previous)))"
)
_NEAR_A_FALL = 800  # characters
#: In front of a verb, which is no season: "she may spring".
_MODAL = pattern(r"\b(?:may|might|can|could|will|would|shall|should|must|cannot|[ndl]['’]t|['’]ll)\s$")
_SPRINGING = pattern(r"\s+(?:to|up|forward|forth|from|into|water)\b")
#: What is made for a season, or bears its name.
_FOR_A_SEASON = pattern(
    r"\s(?:sports|onions?|rolls?|chickens?|cleaning|water|tyres|tires|boots|wheat|barley|squash|"
    r"wardrobe|jackets?|lambs?|vegetables)\b"
)
_STEP = pattern(r"\s+in (?:his|her|its|their|my|your|our|the) (?:step|stride|walk|gait|heels?)\b")


def season_is_meant(at: Site) -> bool:
    """A season, and no fall of anybody, no spring of water, no name (Mark Summers)."""
    words = at.words.lower()
    if words == "spring" and kept.search(r"(?:^|\W)a\s$", at.before(3)):
        return False
    if _FOR_A_SEASON.match(at.text, at.end) or (words.endswith("spring") and _STEP.match(at.text, at.end)):
        return False
    if words in ("spring", "fall") and _MODAL.search(at.before(9)):
        return False
    if "fall" in words and (
        _FALLING.match(at.after(8)) or not _BEFORE_FALL.search(at.before(9) + words.replace("fall", ""))
    ):
        return False
    if words in ("fall", "the fall") and _FELL.search(at.text, max(0, at.start - _NEAR_A_FALL), at.end + _NEAR_A_FALL):
        return False
    name_before = kept.search(r"[A-Z][a-z]+\s$", at.text[max(0, at.start - 12) : at.start])
    named = kept.search(r"\b(?:Spring|Summer|Autumn|Fall|Winter)\b", at.words)
    if named and kept.match(r"\s(?:War|Revolution|Uprising|Awakening|Palace|Games)\b", at.text[at.end : at.end + 12]):
        return False
    if at.words[0].isupper() and (name_before or kept.match(r"\s+[A-Z]", at.text[at.end : at.end + 3])):
        return False
    return not (words == "spring" and _SPRINGING.match(at.after(8)))

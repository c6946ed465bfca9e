"""Guards: what the words around a match say against it. "The 8th floor" is no date, "Mrs May" no month, "2000 men" no year."""

from .... import kept
from ....kept import pattern
from ...grammar import Site

_NEXT_WORD = pattern(r"[\s‐-―-]+([a-z]+)")
_FUNCTION_WORDS = frozenset(
    ["a", "about", "across", "after", "against", "all", "alone", "along", "already", "also", "although", "am", "amid", "among", "an", "and", "any", "are", "around", "as", "at", "away", "back", "be", "became", "because", "been", "before", "began", "being", "both", "but", "by", "came", "can", "could", "despite", "did", "do", "does", "down", "due", "during", "each", "either", "ended", "even", "ever", "every", "following", "for", "from", "gave", "go", "got", "had", "has", "have", "he", "her", "here", "his", "hold", "how", "however", "i", "if", "in", "instead", "into", "is", "it", "its", "itself", "just", "last", "late", "later", "least", "left", "led", "less", "lost", "made", "many", "may", "met", "might", "more", "most", "much", "must", "my", "named", "near", "nearly", "never", "next", "no", "nor", "not", "now", "of", "off", "on", "once", "one", "only", "onto", "or", "other", "our", "out", "over", "past", "per", "put", "ran", "rather", "said", "saw", "say", "set", "shall", "she", "should", "since", "so", "some", "still", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "though", "through", "thus", "till", "to", "today", "together", "told", "took", "toward", "towards", "two", "under", "unless", "until", "up", "upon", "us", "very", "via", "was", "we", "went", "were", "what", "when", "where", "which", "while", "who", "whereas", "whether", "whom", "whose", "why", "will", "with", "within", "without", "won", "would", "yesterday", "yet", "you", "your"]
)
_PEOPLE = frozenset({"people", "men", "women", "children"})


def next_word(at: Site) -> str | None:
    """The lower-case word right behind, if there is one."""
    m = _NEXT_WORD.match(at.text, at.end)
    return m[1] if m else None


def noun_follows(at: Site) -> bool:
    """Does a plain word that looks like a noun follow, so that a number before it counts or ranks that noun?"""
    word = next_word(at)
    return word is not None and word not in _FUNCTION_WORDS and not word.endswith(("ed", "ly"))


def plural_follows(at: Site) -> bool:
    """Does a word follow that looks like a plural, so that a number before it counts things?"""
    word = next_word(at)
    if word is None or word in _FUNCTION_WORDS:
        return False
    return word in _PEOPLE or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


# ------------------------------------------------------------------ months
_TITLE = pattern(r"(?:mr|mrs|ms|dr|sir|lady|miss|secretary|minister|councillor|president|judge)\.?\s$")
_PLACE = pattern(r"\b(?:village|town|city|parish|market town) of\s$")
_BEFORE_MONTH = pattern(
    r"(?:\b(?:in|since|until|till|by|from|to|of|than|against|during|through|last|next|this|between|before|after|every|each|early|late|"
    r"mid|and|or|for|on|around|about|as of|the|a|per)|\bit(?:['’]s| is| was)|[-,(–—/;])\s*$"
)
#: What is of a person named May, and of no month.
_MINISTERS = pattern(
    r"['’]s\s(?:\w+\s)?(?:government|cabinet|premiership|leadership|successor|predecessor|deal|plan|speech|office|husband|wife|party|team)\b"
)
_JOINING = ("and", "or", ",")
_NAMELIKE = frozenset({"april", "may", "june", "jan", "august"})
_AMBIGUOUS = frozenset({"may", "march", "august", "jan", "mar", "dec", "jun", "sep", "apr", "april", "june"})
#: Short forms that people are called by, joined to no other month.
_SHORT_NAMES = frozenset({"dec", "jan"})
_JOINED_TO = pattern(r"\b(?:and|or)\s$")
_A_MONTH_BEFORE = pattern(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?(?:\s\d{4})?,?\s(?:and|or)\s$")
_MARCHING = pattern(r"\s+(?:on|of|for|in|to|from|against)\b")
_GOES_ON = pattern(r"\s+(?:and|or|to|in|of|the|when|while|but|as|at)\b")
_CLOSES = pattern(r"\s*(?:[.,;:)]|$|’s\s|'s\s|(?:when|was|saw|brought|is|and|to|through)\b)")


def month_is_meant(at: Site) -> bool:
    """A month, and no name or verb: not "April Ryan", "Mrs May", "the March on Rome"."""
    word = at.words.lower().rstrip(".")
    before, after = at.before(20), at.text[at.end : at.end + 20]
    if _TITLE.search(before) or (word == "march" and _PLACE.search(before)):
        return False
    if word == "may" and _MINISTERS.match(after):
        return False
    if word in _SHORT_NAMES and _JOINED_TO.search(before) and not _A_MONTH_BEFORE.search(before):
        return False  # "Ann and Dec"
    if _BEFORE_MONTH.search(before):
        return not _name_behind_preposition(word, before.rstrip(), after)
    if word not in _AMBIGUOUS:
        return True
    previous = kept.search(r"([A-Za-z.]+)\s$", at.text[max(0, at.start - 20) : at.start])
    if previous:
        return False
    return word in ("june", "april", "august") and bool(_CLOSES.match(after))


def _name_behind_preposition(word: str, before: str, after: str) -> bool:
    if word == "march" and _MARCHING.match(after) and before.endswith(("the", " a")):
        return True
    lower_follows = kept.match(r"\s+[a-z]", after) and not _GOES_ON.match(after)
    if word in ("may", "march", "august") and before.endswith(_JOINING) and lower_follows:
        return True
    surname_follows = word in _NAMELIKE and kept.match(r"\s+[A-Z][a-z]+\b", after)
    behind = before.endswith(("and", "or", ",", "by", "of", "for", "to", "from", "the"))
    return bool(surname_follows and behind and not before.endswith("in"))


# ------------------------------------------------------------------ weekdays
_BEFORE_SHORT_WEEKDAY = pattern(r"(?:\bon|\blast|\bnext|\bthis|\buntil|\bfrom|\bto|\bby|[-,(–—;:]|^)\s*$")


_CAPITAL = pattern(r"\s[A-Z][a-z]")
#: Short forms that are no other words.
_PLAIN_SHORT = frozenset({"tues", "weds", "thur", "thurs"})
_RANK = pattern(r"\b(?:lieutenant|sergeant|captain|major|colonel|general|inspector|constable|mr|mrs|ms|dr)\.?\s$")


def _is_a_person(at: Site) -> bool:
    """ "Sunday Oladapo resigned.", "the striker Sunday Oladapo": named by the weekday of their birth."""
    if _CALLING.search(at.lower, max(0, at.start - 16), at.start):
        return True
    opens = at.start == 0 or at.text[max(0, at.start - 2) : at.start].strip() in _OPENS
    return opens and _PERSON_DOES.match(at.text, at.end) is not None


_SURNAME = pattern(r"\s[A-Z][a-z]+\b")
_OPENS = frozenset([".", "!", "?", "“", '"', ""])
#: What people are called by, right before their names.
_CALLING = pattern(
    r"\b(?:coach|captain|striker|midfielder|defender|goalkeeper|winger|manager|player|singer|actor|actress|author|writer|novelist|"
    r"poet|artist|lawyer|activist|farmer|trader|teacher|student|boxer|sprinter|bishop|pastor|senator|governor|professor|chief|"
    r"named|brother|sister|cousin|son|daughter|wife|husband)\s$"
)
#: A surname, and what only people do.
_PERSON_DOES = pattern(
    r"\s[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?:\s(?:said|says|told|tells|scored|resigned|admitted|insisted|added|played|plays|wrote|writes|"
    r"thinks|believes|hopes|grew up|lives|lived|studied|married|joined|died|was born|was arrested|is a|was a|whose|who)\b|,\s(?:who\b|\d\d,|aged\b)|['’]s\s)"
)


def weekday_is_meant(at: Site) -> bool:
    """A weekday; an abbreviation is one only where a date is likely ("Sat Nav", "the Sun")."""
    if _RANK.search(at.before(14)) or (at.before(3) == "in " and _CAPITAL.match(at.text, at.end)):
        return False  # "Lieutenant Friday"; "in Friday Harbor"
    word = at.words.lower().rstrip(".")
    if len(word) > 4 and _SURNAME.match(at.text, at.end) and _is_a_person(at):
        return False
    return len(word) > 4 or word in _PLAIN_SHORT or bool(_BEFORE_SHORT_WEEKDAY.search(at.before(10)))


# ------------------------------------------------------------------ years
_NUMBERED = pattern(
    r"(?:volume|vol\.?|hill|no\.?|number|page|pp?\.|section|chapter|flight|room|route|highway|article|item|model|\bact|#|"
    r"building|unit|channel|dial|call|phone|tel\.?|psalm|or so|resolution|windows|boeing|version|lot|agent|office|word|excel|"
    r"server|photoshop|autocad|patent|invoice|bus|train|locomotive|engine|locker|box|gate|exhibit|code|pin|form|tram|platform|extension|frequency|precinct)\s*$"
)
_COUNTED = pattern(
    r"\s*(?:%|percent|per cent|million|billion|dollars|euros|pounds|men\b|troops|soldiers|people|miles|km\b|kilomet|"
    r"met(?:er|re)s|square\b|cubic\b|sq\b|tons|feet|hours|points|votes|kg\b|mm\b|yards|acres|horses|guns|copies|°)"
)
_ADDRESS = pattern(
    r"\s(?:[A-Z][\w’'-]+\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Square|Way|Place|Terrace|Court)\b"
)
#: Other numbers beside it: that of a telephone.
_DIGITS_BEFORE, _DIGITS_BEHIND = pattern(r"\d{3,}\s$|(?<!\d)\d{3}-$"), pattern(r"\s\d{3,}\b|/(?!(?:1[89]|20)\d\d\b)\d{3,}")
_BEFORE_YEAR = pattern(
    r"(?:\b(?:in|since|until|till|by|from|of|during|after|before|to|through|for|early|late|mid|summer|winter|spring|autumn|"
    r"fall|and|or|between|circa|ca\.|c\.|around|about|year|the|season|into)|[-–—(,/])\s*$"
)
_CLEARLY_BEFORE_YEAR = pattern(r"\b(?:in|since|until|by|during|the|between [12]\d{3} and|from [12]\d{3} to)\s*$")


#: Behind "the", what makes a number the length of a race or a size, and no year: nothing that it could belong to.
_NOTHING_IT_QUALIFIES = pattern(
    r"\s*(?:[.;:!?)]|$|,(?!\s(?:the\s)?\d)|\s(?:in|on|at|with|by|for|from|after|before|when|while|but|was|is|had|has|final|heats?)\b|"
    r"\s(?:and|or)\s(?!(?:the\s)?[12]\d{3}))"
)
_ROUND = 50
#: What is known by its number, and its numbers that nobody takes for years of it.
_BY_NUMBER = pattern(r"\s(?:forms?|rules?|flights?|channels?|routes?|bus|buses|trains?|trams?|tax form|service|engines?|locomotives?)\b")
_OLDEST_SO_NAMED = 1500


def year_is_meant(year: int, at: Site) -> bool:
    """A year, and no count, price, page or version."""
    before = at.before(24)
    if before.endswith("the ") and year % _ROUND == 0 and _NOTHING_IT_QUALIFIES.match(at.after(24)):
        return False  # "won the 1500 in 3:45"
    if _ADDRESS.match(at.text, at.end) or _DIGITS_BEFORE.search(before) or _DIGITS_BEHIND.match(at.text, at.end):
        return False
    if year < _OLDEST_SO_NAMED and _BY_NUMBER.match(at.text, at.end):
        return False  # "the 1040 form"
    if _NUMBERED.search(before) or _COUNTED.match(at.after(16)):
        return False
    if _BEFORE_YEAR.search(before):
        return 1000 <= year <= 2100 and not (plural_follows(at) and not _CLEARLY_BEFORE_YEAR.search(before))
    return 1800 <= year <= 2050 and not plural_follows(at)


# ------------------------------------------------------------------ seasons
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

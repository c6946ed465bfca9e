"""The word behind a number: what does it count or rank ("the 8th floor", "2000 men")?"""

from .....kept import pattern
from ....grammar import Site

_NEXT_WORD = pattern(r"[\s‐-―-]+([a-z]+)")
_FUNCTION_WORDS = frozenset((
    "a", "about", "across", "after", "against", "all", "alone", "along", "already", "also", "although", "am",
    "amid", "among", "an", "and", "any", "are", "around", "as", "at", "away", "back", "be", "became", "because",
    "been", "before", "began", "being", "both", "but", "by", "came", "can", "could", "despite", "did", "do", "does",
    "down", "due", "during", "each", "either", "ended", "even", "ever", "every", "following", "for", "from", "gave",
    "go", "got", "had", "has", "have", "he", "her", "here", "his", "hold", "how", "however", "i", "if", "in",
    "instead", "into", "is", "it", "its", "itself", "just", "last", "late", "later", "least", "left", "led", "less",
    "lost", "made", "many", "may", "met", "might", "more", "most", "much", "must", "my", "named", "near", "nearly",
    "never", "next", "no", "nor", "not", "now", "of", "off", "on", "once", "one", "only", "onto", "or", "other",
    "our", "out", "over", "past", "per", "put", "ran", "rather", "said", "saw", "say", "set", "shall", "she",
    "should", "since", "so", "some", "still", "such", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "though", "through", "thus", "till", "to", "today", "together", "told",
    "took", "toward", "towards", "two", "under", "unless", "until", "up", "upon", "us", "very", "via", "was", "we",
    "went", "were", "what", "when", "where", "which", "while", "who", "whereas", "whether", "whom", "whose", "why",
    "will", "with", "within", "without", "won", "would", "yesterday", "yet", "you", "your",
))  # fmt: skip
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

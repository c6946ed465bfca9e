"""What an article is about, by its own headline and first sentence: the measure of how central a mention is."""

import math
import re
from sys import intern

from ...language.event_lexicon import EventLexicon
from ...model import Document

_WORD = re.compile(r"[^\W\d_][\w&-]+")


def base(word: str, lexicon: EventLexicon) -> str:
    """The base form of a lower-case word, by the lexicon or by its ending; of synonyms the plainest."""
    form = _base(word, lexicon)
    return intern(lexicon.synonyms.get(form, form))  # kept with many mentions, and the same in most


def _base(word: str, lexicon: EventLexicon) -> str:
    if word in lexicon.nouns:
        return lexicon.nouns[word][0]
    if word in lexicon.verbs:
        return lexicon.verbs[word].lemma
    for suffix in ("ies", "ing", "ed", "es", "s"):
        if word.endswith(suffix) and len(word) - len(suffix) > 2 and not word.endswith("ss"):
            return word[: -len(suffix)] + ("y" if suffix == "ies" else "")
    return word


def headline_terms(text: str, lexicon: EventLexicon) -> frozenset[str]:
    """Base forms of the words of a headline that carry meaning."""
    words = (w.lower() for w in _WORD.findall(text))
    return frozenset(base(w, lexicon) for w in words if w not in lexicon.words["stopwords"] and len(w) > 2)


def headline_words(document: Document, lexicon: EventLexicon) -> frozenset[str]:
    """Base forms of the words of the title, the headlines in the text and its first sentence."""
    texts = [document.meta.title or ""]
    texts += [document.text[b.start : b.end] for b in document.blocks if b.role == "headline"]
    first = next((b for b in document.blocks if b.role == "body"), None)
    if first:
        end = first.sentences[0][1] if first.sentences else first.end
        texts.append(document.text[first.start : end])
    return frozenset(term for text in texts for term in headline_terms(text, lexicon))


def centrality(words: frozenset[str], headline: frozenset[str]) -> float:
    """Cosine of two sets of words."""
    if not words or not headline:
        return 0.0
    return round(len(words & headline) / math.sqrt(len(words) * len(headline)), 3)

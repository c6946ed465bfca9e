"""Whatever becomes of an article: a decision stays with its words or is told to be an orphan."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.decisions.attach import attach
from timeline.decisions.load import load
from timeline.decisions.quotes import quoting
from timeline.decisions.writing import entry
from timeline.reading.article import read_article

Sentence = list[str]
WORDS = ["on", "the", "4th", "4rh", "41st", "of", "May", "ferry", "sank", "“Aurora”", "captain’s"]

sentences = st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=7), min_size=1, max_size=5)


@dataclass(frozen=True)
class Quoted:
    """Words of a sentence, with those before and after them that a person has quoted too."""

    exact: Sentence
    prefix: Sentence
    suffix: Sentence


@st.composite
def quotations(draw: st.DrawFn, of: list[Sentence]) -> Quoted:
    sentence = draw(st.sampled_from(of))
    start = draw(st.integers(0, len(sentence) - 1))
    end = draw(st.integers(start + 1, len(sentence)))
    before, after = draw(st.integers(0, start)), draw(st.integers(0, len(sentence) - end))
    return Quoted(sentence[start:end], sentence[start - before : start], sentence[end : end + after])


@st.composite
def edited(draw: st.DrawFn, before: list[Sentence]) -> list[Sentence]:
    """The sentences after moves, copies, slips of the pen, mended words, new look-alikes and deletions."""
    after = [list(sentence) for sentence in before]
    for _ in range(draw(st.integers(1, 4))):
        what = draw(st.sampled_from(["move", "copy", "edit", "look-alike", "delete", "extend"]))
        at = draw(st.integers(0, len(after) - 1))
        to = draw(st.integers(0, len(after)))
        word = draw(st.integers(0, len(after[at]) - 1))
        changed = [*after[at][:word], draw(st.sampled_from(WORDS)), *after[at][word + 1 :]]
        if what == "move":
            after.insert(min(to, len(after) - 1), after.pop(at))
        elif what == "copy":
            after.insert(to, list(after[at]))
        elif what == "edit":
            after[at] = changed
        elif what == "look-alike":
            after.insert(to, changed)
        elif what == "extend":
            after[at] = [*after[at][:word], draw(st.sampled_from(WORDS)), *after[at][word:]]
        elif len(after) > 1:
            del after[at]
    return after


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Sentence], list[Quoted], list[Sentence]]:
    before = draw(sentences)
    return before, draw(st.lists(quotations(before), min_size=1, max_size=3)), draw(edited(before))


def places(quoted: Quoted, text: list[Sentence]) -> list[tuple[int, int]]:
    """Where quoted words stand, counted without any pattern: which sentence, and which of its words is the first."""
    words = [(n, k, word) for n, sentence in enumerate(text) for k, word in enumerate(sentence)]
    wanted = [*quoted.prefix, *quoted.exact, *quoted.suffix]
    found = []
    for i in range(len(words) - len(wanted) + 1):
        if [word for _, _, word in words[i : i + len(wanted)]] == wanted:
            first = i + len(quoted.prefix)
            if len({n for n, _, _ in words[first : first + len(quoted.exact)]}) == 1:
                found.append(words[first][:2])
    return found


@settings(max_examples=150, deadline=None)
@given(histories())
def test_a_decision_stays_with_its_words_or_is_told_to_be_an_orphan(
    history: tuple[list[Sentence], list[Quoted], list[Sentence]],
) -> None:
    _, quotes, after = history
    document = read_article("\n\n".join(map(" ".join, after)).encode(), "ferry", "ferry.md")
    for quoted in quotes:
        target = {"exact": quoted.exact, "prefix": quoted.prefix, "suffix": quoted.suffix}
        text = entry("not-a-date", article="ferry", target={k: " ".join(v) for k, v in target.items()})
        decisions, findings = attach(load({"o.yaml": text}, ["ferry"]), [document])
        there = places(quoted, after)
        if len(there) == 1:
            ((sentence, word),) = there
            start = sum(len(" ".join(s)) + 2 for s in after[:sentence]) + len(" ".join([*after[sentence][:word], ""]))
            assert [d.span for d in decisions.all] == [(start, start + len(" ".join(quoted.exact)))]
            assert findings == ()
        else:
            assert decisions.all == ()
            assert [(f.code, f.severity) for f in findings] == [("orphan", "warning")]


@settings(max_examples=100, deadline=None)
@given(sentences, st.data())
def test_words_are_quoted_so_that_they_are_found_again_and_alone(text: list[Sentence], data: st.DataObject) -> None:
    document = read_article("\n\n".join(map(" ".join, text)).encode(), "ferry", "ferry.md")
    quoted = data.draw(quotations(text))
    ((sentence, word), *_) = places(Quoted(quoted.exact, [], []), text)
    start = sum(len(" ".join(s)) + 2 for s in text[:sentence]) + len(" ".join([*text[sentence][:word], ""]))
    span = (start, start + len(" ".join(quoted.exact)))
    target = quoting(document.text, span)
    written = {"exact": target.exact, "prefix": target.prefix, "suffix": target.suffix}
    overrides = load({"o.yaml": entry("split", article="ferry", target=written)}, ["ferry"])
    decisions, findings = attach(overrides, [document])
    assert [d.span for d in decisions.all] == [span] or [f.code for f in findings] == ["orphan"]
    if len(places(Quoted(quoted.exact, [], []), text)) == 1:
        assert [d.span for d in decisions.all] == [span]

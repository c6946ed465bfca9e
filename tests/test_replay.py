"""Long histories of edits, decisions and versions of the program: every link that was ever published still answers.

And what somebody has accepted is shown as it was, as long as its words stand and nobody decides otherwise.
A longer one: `python -m tests.test_replay 200` plays that many histories.
"""

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from timeline import pipeline
from timeline.build import Result, analyse
from timeline.cli import main
from timeline.frozen import replace
from timeline.model import Event, EventCluster, EventMention
from timeline.publishing import publishable
from timeline.render.site import render

TODAY = date(2023, 1, 1)
PEOPLE = ("Tora Helland", "Jens Moe", "Ada Vik")
DEEDS = (
    "opened the ferry terminal of Skarvik", "closed the old fish market", "resigned as harbour master",
    "bought the lighthouse tower", "launched a rescue boat", "won the regatta of Skarvik",
)  # fmt: skip


# ---------------------------------------------------------------- versions of the program
def _titled(events: tuple[Event, ...]) -> tuple[Event, ...]:
    return tuple(replace(event, title=f"Report: {event.title}") for event in events)


def _apart(clusters: tuple[EventCluster, ...]) -> tuple[EventCluster, ...]:
    return tuple(EventCluster((mention,)) for cluster in clusters for mention in cluster.mentions)


def _shorter(mentions: tuple[EventMention, ...]) -> tuple[EventMention, ...]:
    """Quotes that end a little earlier; ids of mentions are made of the quotes, so that all are new."""
    return tuple(
        replace(m, id=f"{m.id[:-1]}{'a' if m.id[-1] != 'a' else 'b'}", quote=(m.quote[0], m.quote[1] - 1))
        for m in mentions
    )


def _fewer(mentions: tuple[EventMention, ...]) -> tuple[EventMention, ...]:
    return tuple(m for m in mentions if m.lemma != "win")


#: What a release may change: which stage of the pipeline, and how what it gives is changed.
VERSIONS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "as it is": ("corefer", lambda clusters: clusters),
    "other titles": ("assembler", lambda assemble: lambda clusters: _titled(assemble(clusters))),
    "merges nothing": ("corefer", _apart),
    "quotes less": ("extract", _shorter),
    "misses some": ("extract", _fewer),
}


@contextmanager
def version(name: str) -> Iterator[None]:
    """The program as another release may be."""
    stage, change = VERSIONS[name]
    plain = getattr(pipeline, stage)
    setattr(pipeline, stage, lambda *arguments: change(plain(*arguments)))
    try:
        yield
    finally:
        setattr(pipeline, stage, plain)


@dataclass
class History:
    """A project, a person with dice, and all links that were ever published."""

    root: Path
    dice: random.Random
    articles: dict[str, list[str]] = field(default_factory=dict)  # id → sentences
    aliases: dict[str, list[str]] = field(default_factory=dict)
    decisions: list[str] = field(default_factory=list)
    links: set[str] = field(default_factory=set)
    events: list[str] = field(default_factory=list)
    number: int = 0
    release: str = "as it is"
    accepted: dict[str, Event] = field(default_factory=dict)
    published_articles: set[str] = field(default_factory=set)

    def write(self) -> None:
        folder = self.root / "content/articles"
        folder.mkdir(parents=True, exist_ok=True)
        for file in folder.iterdir():
            file.unlink()
        for name, sentences in self.articles.items():
            aliases = f"aliases: [{', '.join(self.aliases.get(name, []))}]\n"
            text = f"---\ntitle: News {name}\npublished: 2022-12-01\npublish_text: full\n{aliases}---\n\n"
            (folder / f"{name}.md").write_text(text + "\n\n".join(sentences) + "\n")
        (self.root / "content/overrides.yaml").write_text("".join(self.decisions))

    def sentence(self) -> str:
        day = self.dice.randint(1, 28)
        return f"{self.dice.choice(PEOPLE)} {self.dice.choice(DEEDS)} on October {day}, 2022."

    # ------------------------------------------------------------ what can happen
    def new_article(self) -> None:
        self.number += 1
        self.articles[f"a{self.number}"] = [self.sentence() for _ in range(self.dice.randint(1, 3))]

    def told_again(self) -> None:
        """Another article has a sentence of one that is there."""
        self.number += 1
        told = self.dice.choice([s for sentences in self.articles.values() for s in sentences])
        self.articles[f"a{self.number}"] = [told, self.sentence()]

    def edit(self) -> None:
        sentences = self.articles[self.dice.choice(sorted(self.articles))]
        at = self.dice.randrange(len(sentences))
        action = self.dice.randrange(4)
        if action == 0:
            sentences[at] = sentences[at].replace("October", "November")
        elif action == 1:
            sentences.insert(at, self.sentence())
        elif action == 2:
            self.dice.shuffle(sentences)
        elif len(sentences) > 1:
            del sentences[at]

    def rename(self) -> None:
        old = self.dice.choice(sorted(self.articles))
        self.number += 1
        new = f"a{self.number}"
        self.articles[new] = self.articles.pop(old)
        self.aliases[new] = [*self.aliases.pop(old, []), old]

    def delete(self) -> None:
        if len(self.articles) > 1:
            gone = self.dice.choice(sorted(self.articles))
            del self.articles[gone]
            names = {gone, *self.aliases.pop(gone, [])} - self.published_articles
            self.decisions = [d for d in self.decisions if not any(f"article: {name}\n" in d for name in names)]

    def decide(self) -> None:
        if len(self.events) < 2:
            return
        one, two = self.dice.sample(self.events, 2)
        kind = self.dice.choice([
            "title", "event-date", "hide", "hold", "merge", "apart", "accept", "withdraw", "split", "not-an-event",
            "move-citation", "date", "published",
        ])  # fmt: skip
        article = self.dice.choice(sorted(self.articles))
        sentence = self.dice.choice(self.articles[article])
        where = f"  article: {article}\n  target: {{exact: '{sentence}'}}\n"
        self.decisions.append({
            "title": f"- kind: title\n  event: {one}\n  value: Title {self.number}\n",
            "event-date": f"- kind: event-date\n  event: {one}\n  value: 2022-10-{self.dice.randint(10, 28)}\n",
            "merge": f"- kind: merge\n  events: [{one}, {two}]\n",
            "apart": f"- kind: apart\n  events: [{one}, {two}]\n",
            "accept": f"- kind: accept\n  events: [{one}]\n",
            "withdraw": f"- kind: withdraw\n  article: {article}\n",
            "split": f"- kind: split\n{where}",
            "not-an-event": f"- kind: not-an-event\n{where}",
            "move-citation": f"- kind: move-citation\n{where}  event: {one}\n",
            "date": f"- kind: date\n{where}  value: 2022-09-{self.dice.randint(10, 28)}\n",
            "published": f"- kind: published\n  article: {article}\n  value: 2022-11-{self.dice.randint(10, 28)}\n",
        }.get(kind) or f"- kind: {kind}\n  event: {one}\n  reason: It was doubtful.\n")

    def take_back(self) -> None:
        if self.decisions:
            self.decisions.pop(self.dice.randrange(len(self.decisions)))

    def release_another(self) -> None:
        self.release = self.dice.choice(sorted(VERSIONS))

    def accept(self) -> None:
        """A person accepts what is shown of an entry, before or after it is published."""
        self.write()
        shown = [event.id for event in self.analyse().timeline.events]
        if shown:
            self.run("decide", "accept", self.dice.choice(shown))
            folder = self.root / "content/overrides"
            self.decisions += [file.read_text() for file in sorted(folder.rglob("*.yaml"))]
            for file in folder.rglob("*.yaml"):
                file.unlink()
            self.write()
            self.accepted = {event.id: event for event in self.analyse().timeline.events if event.frozen}

    # ------------------------------------------------------------ what is watched
    def run(self, *arguments: str) -> None:
        with version(self.release):
            options = ["--project", str(self.root), "--today", TODAY.isoformat()]
            result = CliRunner().invoke(main, [*arguments, *options])
        assert result.exit_code == 0, result.output

    def analyse(self) -> Result:
        with version(self.release):
            return analyse(self.root, TODAY)

    def publish(self) -> None:
        self.run("publish")

    def watch(self, published: bool) -> None:
        result = self.analyse()
        files = {path for path, _ in render(publishable(result.timeline, result.config), result.config)}
        meant = Counter(name for event in result.timeline.events for name in {event.id, *event.aliases})
        told = Counter(name for event in result.timeline.events for name in event.members)
        assert max([*meant.values(), *told.values()], default=1) == 1, "a name stands for one entry"
        dead = self.links - files
        assert not dead, sorted(dead)
        if published:
            ids = [event.id for event in result.timeline.events]
            assert len(set(ids)) == len(ids)
            self.events = sorted({*self.events, *ids})
            shown = [article.document.id for article in result.timeline.articles]
            self.links |= {f"events/{i}.html" for i in ids} | {f"articles/{a}.html" for a in shown}
            self.published_articles |= set(shown)
        self.watch_accepted(result)

    def watch_accepted(self, result: Result) -> None:
        """What is accepted is as it was, unless a person has decided otherwise of it, or its words have gone."""
        decided = {name for d in result.decisions.all if d.kind != "accept" for name in d.events}
        still = {name for name, d in result.decisions.acceptances().items() if d.on}  # those of `accept`
        withdrawn = {d.article for d in result.decisions.of("withdraw")}
        for event in result.timeline.events:
            before = self.accepted.get(event.id)
            names = {event.id, *event.aliases, *event.members}
            if before is None or not event.frozen or names & decided or not names & still:
                continue
            assert (event.title, event.edtf) == (before.title, before.edtf)
            quoted = {" ".join(c.quote.split()) for c in event.citations}
            assert quoted <= {" ".join(c.quote.split()) for c in before.citations}
        kept = {e.id: e for e in (*result.decisions.record, *result.decisions.accepted)}
        shown = {event.id for event in result.timeline.events}
        for i, before in self.accepted.items():
            words = [c for c in kept[i].citations if c.span and c.article not in withdrawn] if i in kept else []
            standing = i in kept and kept[i].status == "public" and i in still
            if words and standing and not {i, *before.aliases, *before.members} & decided:
                assert i in shown


def play(root: Path, seed: int, steps: int) -> int:
    """Play a history; the number of links that were published in it."""
    history = History(root, random.Random(seed))
    history.new_article()
    history.new_article()
    happenings = [
        history.new_article, history.told_again, history.edit, history.edit, history.rename, history.delete,
        history.decide, history.decide, history.decide, history.decide, history.take_back, history.release_another,
        history.accept,
    ]  # fmt: skip
    for step in range(steps):
        history.write()
        published = step % 2 == 0
        if published:
            history.publish()
        history.watch(published)
        for _ in range(history.dice.randint(1, 3)):
            history.dice.choice(happenings)()
    return len(history.links)


@pytest.mark.parametrize("seed", range(5))
def test_every_link_ever_published_still_answers(tmp_path: Path, seed: int) -> None:
    assert play(tmp_path, seed, steps=12) > 3


if __name__ == "__main__":
    for number in range(int(sys.argv[1])):
        with tempfile.TemporaryDirectory() as folder:
            click.echo(f"history {number}: {play(Path(folder), number, steps=24)} links")

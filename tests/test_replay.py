"""Long histories of edits and builds: every link that was ever published still answers."""

import random
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.build import analyse
from timeline.cli import main
from timeline.publishing import publishable
from timeline.render.site import render

TODAY = date(2023, 1, 1)
PEOPLE = ("Tora Helland", "Jens Moe", "Ada Vik")
DEEDS = (
    "opened the ferry terminal of Skarvik", "closed the old fish market", "resigned as harbour master",
    "bought the lighthouse tower", "launched a rescue boat", "won the regatta of Skarvik",
)  # fmt: skip


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
        self.decisions = [d.replace(f"article: {old}\n", f"article: {new}\n") for d in self.decisions]

    def delete(self) -> None:
        if len(self.articles) > 1:
            gone = self.dice.choice(sorted(self.articles))
            del self.articles[gone]
            self.decisions = [d for d in self.decisions if f"article: {gone}\n" not in d]

    def decide(self) -> None:
        if len(self.events) < 2:
            return
        one, two = self.dice.sample(self.events, 2)
        kind = self.dice.choice(["title", "event-date", "hide", "hold", "merge", "apart", "accept", "withdraw"])
        self.decisions.append({
            "title": f"- kind: title\n  event: {one}\n  value: Title {self.number}\n",
            "event-date": f"- kind: event-date\n  event: {one}\n  value: 2022-10-{self.dice.randint(10, 28)}\n",
            "merge": f"- kind: merge\n  events: [{one}, {two}]\n",
            "apart": f"- kind: apart\n  events: [{one}, {two}]\n",
            "accept": f"- kind: accept\n  events: [{one}]\n",
            "withdraw": f"- kind: withdraw\n  article: {self.dice.choice(sorted(self.articles))}\n",
        }.get(kind) or f"- kind: {kind}\n  event: {one}\n  reason: It was doubtful.\n")

    def take_back(self) -> None:
        if self.decisions:
            self.decisions.pop(self.dice.randrange(len(self.decisions)))

    # ------------------------------------------------------------ what is watched
    def publish(self) -> None:
        result = CliRunner().invoke(main, ["publish", "--project", str(self.root), "--today", TODAY.isoformat()])
        assert result.exit_code == 0, result.output

    def watch(self, published: bool) -> None:
        result = analyse(self.root, TODAY)
        files = {path for path, _ in render(publishable(result.timeline, result.config), result.config)}
        dead = self.links - files
        assert not dead, sorted(dead)
        if published:
            ids = [event.id for event in result.timeline.events]
            assert len(set(ids)) == len(ids)
            self.events = sorted({*self.events, *ids})
            shown = [article.document.id for article in result.timeline.articles]
            self.links |= {f"events/{i}.html" for i in ids} | {f"articles/{a}.html" for a in shown}


@pytest.mark.parametrize("seed", range(4))
def test_every_link_ever_published_still_answers(tmp_path: Path, seed: int) -> None:
    history = History(tmp_path, random.Random(seed))
    history.new_article()
    history.new_article()
    happenings = [
        history.new_article, history.told_again, history.edit, history.edit, history.rename, history.delete,
        history.decide, history.decide, history.decide, history.take_back,
    ]  # fmt: skip
    for step in range(12):
        history.write()
        published = step % 2 == 0
        if published:
            history.publish()
        history.watch(published)
        for _ in range(history.dice.randint(1, 3)):
            history.dice.choice(happenings)()
    assert len(history.links) > 8

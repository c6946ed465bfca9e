"""The same article again, a changed one, and what a person says to it."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.commands.add import command
from timeline.intake import sources
from timeline.intake.desk import Desk
from timeline.intake.duplicates import address, says_the_same
from timeline.reading.article import read_article

FIRST = "The lock gates at Ostrel gave way on Monday, said the canal office, and forty barges lay dry at night."
SECOND = "Nobody was hurt, since the keeper had heard the timber creak for days and sent the crews ashore in time."
THIRD = "Repairs will begin next week and take a month; until then boats go by the old river, the office said."
LATER = "Eleven barges have since been towed to the upper basin, where they wait for the water to come back."


HERE = "https://weir.example/news/lock-gates"


def page(*paragraphs: str, url: str = HERE, furniture: str = "", head: str = "") -> str:
    text = "".join(f"<p>{p}</p>" for p in paragraphs or (FIRST, SECOND, THIRD))
    return (
        f"<html lang='en-GB'><head><title>Lock gates give way</title><link rel='canonical' href='{url}'>"
        f"<meta property='og:site_name' content='The Weir'>{head}</head><body><nav>Home</nav><article>"
        f"<h1>Lock gates give way</h1>{text}{furniture}</article></body></html>"
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "project/content/articles").mkdir(parents=True)
    return tmp_path / "project"


def add(project: Path, markup: str, *options: str, name: str = "a.html") -> Result:
    file = project.parent / name
    file.write_text(markup, encoding="utf-8")
    return CliRunner().invoke(command, [str(file), "--project", str(project), "--retrieved", "2031-09-01", *options])


def articles(project: Path) -> dict[str, str]:
    return {p.name: p.read_text(encoding="utf-8") for p in sorted((project / "content/articles").iterdir())}


# ---------------------------------------------------------------- the same
@pytest.mark.parametrize(
    "again",
    [
        page(),
        page(url="https://www.weir.example/news/lock-gates/?utm_source=mail&fbclid=x"),
        page(url="https://m.weir.example/news/lock-gates/amp"),
        page(url="https://weir.example/archive/2031/lock-gates-give-way"),
        page(furniture="<p>Share this on all channels</p><p>Read more about canals</p>"),
        page(FIRST + " " + SECOND, THIRD),
        page(FIRST.replace("Monday,", "<b>Monday</b>,"), SECOND, "Advertisement", THIRD),
    ],
    ids=["the same", "tracked", "mobile", "another address", "other furniture", "other paragraphs", "a line between"],
)
def test_the_same_article_changes_nothing(project: Path, again: str) -> None:
    add(project, page())
    before = articles(project)
    result = add(project, again, name="b.html")
    assert "unchanged  content/articles/lock-gates-give-way.md" in result.output
    assert articles(project) == before


def test_the_same_text_as_another_form_changes_nothing(project: Path) -> None:
    add(project, page())
    before = articles(project)
    result = add(project, f"Lock gates give way\n\n{FIRST} {SECOND}\n\n{THIRD}\n", name="b.txt")
    assert "unchanged" in result.output
    assert articles(project) == before


def test_one_text_in_two_papers_is_two_sources(project: Path) -> None:
    add(project, page())
    other = page(url="https://harbour.example/a").replace("The Weir", "Harbour Post")
    assert "added" in add(project, other, name="b.html").output
    assert list(articles(project)) == ["lock-gates-give-way-2.md", "lock-gates-give-way.md"]


def test_two_articles_of_one_title_are_two(project: Path) -> None:
    add(project, page())
    other = "In Varnholt the lock gates held, while the quay beside them sank by a foot into the mud of the harbour."
    result = add(project, page(other, LATER, url="https://weir.example/news/other"), name="b.html")
    assert "added" in result.output
    assert len(articles(project)) == 2


def test_another_story_at_the_same_address_is_another_article(project: Path) -> None:
    add(project, page())
    other = page("In Varnholt a crane fell into the harbour at noon and blocked the ferry for a day and a half.", LATER)
    assert "added" in add(project, other.replace("Lock gates give way", "Crane falls"), name="b.html").output
    assert list(articles(project)) == ["crane-falls.md", "lock-gates-give-way.md"]


def test_a_page_that_takes_the_front_page_for_its_own_address_is_told_by_another(project: Path) -> None:
    saved = "<!-- saved from url=(0030)https://weir.example/news/lock -->"
    add(project, saved + page(url="https://weir.example/"))
    assert front(project)["url"] == '"https://weir.example/news/lock"'


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/x", "http://www.a.example/x/", True),
        ("https://a.example/x?id=1", "https://a.example/x?id=2", False),
        ("https://a.example/x?id=1&utm_medium=m", "https://a.example/x?id=1", True),
        ("https://a.example/x#top", "https://a.example/x", True),
        ("https://a.example/x", "https://b.example/x", False),
        ("https://a.example/amp/x", "https://a.example/x", True),
    ],
)
def test_addresses_of_one_article(one: str, other: str, same: bool) -> None:
    assert (address(one) == address(other)) is same


@pytest.mark.parametrize(
    ("new", "same"),
    [
        ([FIRST, SECOND], True), (["Menu", FIRST, SECOND, "Sign up now"], True), ([FIRST], False),
        ([FIRST, SECOND.replace("Nobody", "Somebody")], False), ([FIRST, SECOND, "It rains."], False),
        (["Nothing of all that"], False),
    ],
)  # fmt: skip
def test_only_what_is_no_sentence_is_furniture(new: list[str], same: bool) -> None:
    assert says_the_same([FIRST, SECOND], new) is same


# ---------------------------------------------------------------- changed
def with_decisions(project: Path) -> None:
    (project / "content/overrides.yaml").write_text(
        "- kind: date\n  article: lock-gates-give-way\n  target: {exact: on Monday}\n  value: 2031-05-05\n"
        "- kind: not-an-event\n  article: lock-gates-give-way\n  target: {exact: take a month}\n",
        encoding="utf-8",
    )
    (project / "content/ids").mkdir()
    (project / "content/ids/abcdefghij.yaml").write_text(
        "id: abcdefghij\nstatus: public\naccepted: yes\ntitle: Lock gates give way\nedtf: 2031-05-05\nkind: event\n"
        f"citations:\n  - article: lock-gates-give-way\n    exact: \"{FIRST}\"\n",
        encoding="utf-8",
    )


CHANGED = page(FIRST.replace("forty", "thirty-eight").replace("on Monday", "at dawn"), SECOND, THIRD, LATER)


def test_a_changed_article_is_shown_with_what_it_would_lose_and_the_old_text_is_kept(project: Path) -> None:
    add(project, page())
    with_decisions(project)
    before = articles(project)
    result = add(project, CHANGED, name="b.html")
    assert result.exit_code == 0
    assert articles(project) == before
    assert f"    - {FIRST}\n" in result.output
    assert f"    + {LATER}\n" in result.output
    assert "would lose the override date in content/overrides.yaml:1, on “on Monday”" in result.output
    assert "take a month" not in result.output.replace(THIRD, "")
    assert "would lose the accepted entry abcdefghij “Lock gates give way”" in result.output
    assert "kept       the old text of content/articles/lock-gates-give-way.md" in result.output


def test_a_correction_that_uses_a_former_name_is_among_what_a_changed_article_would_lose(project: Path) -> None:
    add(project, page())
    with_decisions(project)
    file = project / "content/articles/lock-gates-give-way.md"
    file.write_text(file.read_text().replace("language:", "aliases: [gates]\nlanguage:"))
    overrides = project / "content/overrides.yaml"
    overrides.write_text(overrides.read_text().replace("article: lock-gates-give-way", "article: gates"))
    result = add(project, CHANGED, name="b.html")
    assert "would lose the override date in content/overrides.yaml:1, on “on Monday”" in result.output


def test_the_new_text_is_taken_where_somebody_says_so_and_what_they_wrote_above_it_stays(project: Path) -> None:
    add(project, page())
    file = project / "content/articles/lock-gates-give-way.md"
    mine = file.read_text(encoding="utf-8").replace("language:", "published: 2031-05-06  # from the paper\nlanguage:")
    file.write_text(mine, encoding="utf-8")
    result = add(project, CHANGED, "--replace", name="b.html")
    assert "replaced   the text of content/articles/lock-gates-give-way.md" in result.output
    text = file.read_text(encoding="utf-8")
    assert "published: 2031-05-06  # from the paper\n" in text
    assert LATER in text
    assert "on Monday" not in text
    assert text.count("sha256:") == text.count("retrieved:") == 1
    assert "unchanged" in add(project, CHANGED, name="c.html").output


def test_the_summary_names_the_changed_and_what_to_do(project: Path) -> None:
    add(project, page())
    (project.parent / "b.html").write_text(CHANGED, encoding="utf-8")
    new = page("Only this one is new to us, said everybody who had seen it.", url="https://weir.example/c")
    result = add(project, new, str(project.parent / "b.html"), name="c.html")
    assert "1 added, 0 unchanged, 1 changed, 0 failed" in result.output
    assert "--replace" in result.output


# ---------------------------------------------------------------- asked
def test_a_day_after_that_on_which_it_was_got_is_not_taken(project: Path) -> None:
    markup = page(head='<meta property="article:published_time" content="2031-09-03">')
    result = add(project, markup)
    assert "published 2031-09-03? the page's Open Graph data" in result.output
    assert "published" not in front(project)


def test_a_line_of_a_pasted_text_is_offered_and_not_written_unasked(project: Path) -> None:
    text = f"Lock gates give way\n\nPublished 6 May 2031\n\n{FIRST}\n\n{SECOND}\n"
    shown, _ = asked(project, text, "", name="a.txt")
    assert "2031-05-06, a line of the text: “6 May 2031”" in "\n".join(shown)
    assert "published" not in front(project)


ASKED = page(head="", furniture="").replace("</h1>", "</h1><p>6 May 2031</p>")


def asked(project: Path, markup: str, *answers: str, name: str = "asked.html") -> tuple[list[str], list[str]]:
    """What a person was shown and asked who gave these answers."""
    file = project.parent / name
    file.write_text(markup, encoding="utf-8")
    shown: list[str] = []
    given = iter(answers)

    def ask(prompt: str) -> str:
        shown.append(prompt)
        return next(given)

    desk = Desk(project, "2031-09-01", "2031-09-01", ask=ask, say=shown.append)
    outcomes = [desk.take(found).what for found in sources.read([str(file)], project, sources.politely())]
    assert next(given, None) is None, "a question was not asked"
    return shown, outcomes


def front(project: Path) -> dict[str, str]:
    (text,) = articles(project).values()
    return dict(line.split(": ", 1) for line in text.split("---")[1].strip().splitlines())


def test_title_publisher_and_likely_date_are_shown_with_the_evidence(project: Path) -> None:
    shown, _ = asked(project, ASKED, "")
    told = "\n".join(shown)
    assert "  Title      Lock gates give way" in told
    assert "  Publisher  The Weir" in told
    assert "2031-05-06, a line above or below the text of the page: “6 May 2031”" in told
    assert "y takes 2031-05-06" in told


@pytest.mark.parametrize(
    ("answers", "published"),
    [
        (("",), None), (("y",), ("2031-05-06", "line")), (("7 May 2031",), ("2031-05-07", "person")),
        (("2031-05",), ("2031-05", "person")), (("a",), None), (("n",), None),
        (("soon", "2031-05-07T09:30Z"), ("2031-05-07T09:30Z", "person")), (("?", "y"), ("2031-05-06", "line")),
    ],
)  # fmt: skip
def test_enter_leaves_the_date_to_be_inferred_and_anything_else_is_what_was_typed(
    project: Path, answers: tuple[str, ...], published: tuple[str, str] | None
) -> None:
    asked(project, ASKED, *answers)
    head = front(project)
    assert (head.get("published"), head.get("published_source")) == (published or (None, None))


def test_title_and_publisher_can_be_typed(project: Path) -> None:
    asked(project, ASKED, "t The gates of Ostrel", "p Weir and Mill", "")
    assert (front(project)["title"], front(project)["publisher"]) == ("The gates of Ostrel", "Weir and Mill")
    assert list(articles(project)) == ["the-gates-of-ostrel.md"]


@pytest.mark.parametrize("answer", ["s", "q"])
def test_what_is_left_out_is_not_written(project: Path, answer: str) -> None:
    assert asked(project, ASKED, answer)[1] == ["left out"]
    assert articles(project) == {}


@pytest.mark.parametrize(("answer", "names"), [("", 1), ("r", 1), ("b", 2)])
def test_of_a_changed_article_a_person_decides(project: Path, answer: str, names: int) -> None:
    add(project, page())
    shown, _ = asked(project, CHANGED, *((answer, "") if answer == "b" else (answer,)))
    assert any(line.startswith("    + Eleven barges") for line in shown)
    assert len(articles(project)) == names
    assert any(LATER in text for text in articles(project).values()) is (answer != "")


def test_a_terminal_is_asked_and_where_there_is_none_nobody_is(project: Path) -> None:
    file = project.parent / "a.html"
    file.write_text(ASKED, encoding="utf-8")
    program = [sys.executable, "-c", "from timeline.cli import main; main()", "add"]
    ours, theirs = pty.openpty()
    arguments = [*program, str(file), "--project", str(project), "--retrieved", "2031-09-01"]
    with subprocess.Popen(arguments, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True) as running:
        os.close(theirs)
        seen = _until(ours, b"what else")
        os.write(ours, b"y\n")
        seen += _until(ours, None)
        assert running.wait(30) == 0, seen.decode()
    os.close(ours)
    assert "“6 May 2031”" in seen.decode()
    assert front(project)["published"] == "2031-05-06"


def _until(terminal: int, words: bytes | None) -> bytes:
    """What a program writes until it says these words, or ends."""
    seen = b""
    while words is None or words not in seen:
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # how Linux tells that the other end is closed
            break
        if not piece:
            break
        seen += piece
    return seen


def test_with_yes_nothing_is_asked_and_a_likely_date_is_told(project: Path) -> None:
    result = add(project, ASKED, "--yes")
    assert "published 2031-05-06? a line above or below the text of the page: “6 May 2031”" in result.output
    assert "published" not in front(project)
    assert read_article(next(iter(articles(project).values())).encode(), "a", "a.md").meta.sha256

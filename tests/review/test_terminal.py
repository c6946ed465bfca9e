"""The review without a browser."""

from click.testing import CliRunner

from timeline.cli import main

from .conftest import TODAY


def run(root, *typed):
    """The review of a project by what is typed, a line each."""
    arguments = ["review", "--terminal", "--project", str(root), "--today", TODAY.isoformat(), "--by", "Ann"]
    return CliRunner().invoke(main, arguments, input="".join(f"{line}\n" for line in typed))


def test_a_publication_is_told_with_its_candidates_and_answered_by_a_number(root):
    result = run(root, "1", "q")
    assert result.exit_code == 0
    assert "── 5 left ── When was this published?" in result.output
    assert "1  Thursday, 16 May 2024" in result.output
    assert "   > - kind: published" in result.output
    assert "1 decided, 4 left" in result.output
    assert 'value: "2024-05-16"' in (root / "content/overrides/islander.yaml").read_text()


def test_a_date_is_typed_in_words(root):
    run(root, "18 May 2024", "q")
    assert 'value: "18 May 2024"' in (root / "content/overrides/islander.yaml").read_text()


def test_what_is_no_answer_is_said_and_asked_again(root):
    result = run(root, "soon", "?", "q")
    assert "'soon' is no date" in result.output
    assert "'?' is no answer here" in result.output
    assert result.output.count("── 5 left ──") == 3
    assert not (root / "content/overrides").exists()


def test_undo_takes_the_last_answer_back(root):
    result = run(root, "1", "u", "q")
    assert "undone: islander: 2024-05-16" in result.output
    assert not (root / "content/overrides/islander.yaml").exists()


def test_a_sitting_ends_when_all_is_settled(root):
    result = run(root, "1", "a", "a", "a", "a")
    assert "5 decided, 0 left" in result.output
    assert "[Yesterday]" in result.output


def test_a_sitting_ends_when_all_was_put_off_and_at_the_end_of_the_input(root):
    assert "0 decided, 5 left" in run(root, *["s"] * 5).output
    assert "0 decided, 5 left" in run(root).output

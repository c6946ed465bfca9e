"""The demo that is checked in is what its content gives, byte for byte. After a change that means to: `make site`."""

import shutil

import pytest
from click.testing import CliRunner

from timeline.cli import main


def held(folder):
    """Every file below a folder with its content."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("today", ["2026-11-21", "2028-02-29"])
def test_the_demo_is_built_again(root, tmp_path, today):
    shutil.copytree(root / "content", tmp_path / "content")
    shutil.copyfile(root / "timeline.yaml", tmp_path / "timeline.yaml")
    result = CliRunner().invoke(main, ["build", "--project", str(tmp_path), "--today", today])
    assert result.exit_code == 0, result.output
    built, expected = held(tmp_path / "site"), held(root / "site")
    assert sorted(built) == sorted(expected)
    assert [name for name in expected if built[name] != expected[name]] == []

"""The output folder: all or nothing, and nothing that is somebody else's."""

import errno
from pathlib import Path

import pytest

from timeline import output
from timeline.diagnostics import InputError

SITE = {"index.html": b"one", "events/a.html": b"two"}


def held(folder):
    """Everything in a folder but the manifest, by path: files with their content, links, empty folders."""
    found = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.name != output.MANIFEST}
    links = {name: f"link to {p.readlink()}" for name, p in found.items() if p.is_symlink()}
    files = {name: p.read_bytes() for name, p in found.items() if p.is_file()}
    empty = {name: "empty" for name, p in found.items() if p.is_dir() and not any(p.iterdir())}
    return {**empty, **files, **links}


def beside(folder):
    """Names of what stands next to a folder, itself included."""
    return [p.name for p in folder.parent.iterdir()]


@pytest.fixture(params=["exchange", "two steps"])
def site(request, tmp_path, monkeypatch):
    """A folder to write to, on systems that can exchange folders and on those that cannot."""
    if request.param == "two steps":
        monkeypatch.setattr(output, "_exchange", lambda *_: False)
    return tmp_path / "site"


def test_a_new_folder_is_made(site):
    assert output.write(site, SITE) == output.Written(3, 3)
    assert held(site) == SITE
    assert beside(site) == ["site"]


def test_a_second_time_nothing_is_touched(site):
    output.write(site, SITE)
    before = site.stat().st_ino, (site / "index.html").stat().st_mtime_ns
    assert output.write(site, SITE) == output.Written(3, 0)
    assert (site.stat().st_ino, (site / "index.html").stat().st_mtime_ns) == before


def test_what_is_no_longer_made_goes_and_what_is_unchanged_stays_the_same_file(site):
    output.write(site, SITE)
    kept = (site / "index.html").stat().st_ino
    output.write(site, {"index.html": b"one", "articles/b.html": b"three"})
    assert held(site) == {"index.html": b"one", "articles/b.html": b"three"}
    assert (site / "index.html").stat().st_ino == kept
    assert beside(site) == ["site"]


def test_what_somebody_has_changed_by_hand_is_made_again(site):
    output.write(site, SITE)
    (site / "index.html").write_bytes(b"ONE")
    assert output.write(site, SITE).changed == 1
    assert held(site) == SITE


def test_foreign_files_are_kept(site):
    output.write(site, SITE)
    (site / ".git/refs").mkdir(parents=True)
    (site / ".git/HEAD").write_bytes(b"ref")
    (site / "CNAME").write_bytes(b"bridge.example")
    (site / "latest").symlink_to("events")
    output.write(site, {"index.html": b"new"})
    assert held(site) == {
        "index.html": b"new", ".git/HEAD": b"ref", ".git/refs": "empty", "CNAME": b"bridge.example",
        "latest": "link to events",
    }


def test_a_folder_without_our_manifest_is_never_replaced(site):
    site.mkdir()
    (site / "thesis.odt").write_bytes(b"years of work")
    with pytest.raises(InputError, match="no build has made it"):
        output.write(site, SITE)
    assert held(site) == {"thesis.odt": b"years of work"}


def test_an_empty_folder_may_be_filled(site):
    site.mkdir()
    output.write(site, SITE)
    assert held(site) == SITE


def test_a_file_in_the_place_of_the_folder_is_left_alone(site):
    site.write_bytes(b"mine")
    with pytest.raises(InputError, match="is a file"):
        output.write(site, SITE)
    assert site.read_bytes() == b"mine"


@pytest.mark.parametrize("foreign", ["articles.html", "articles"])
def test_a_foreign_file_where_one_of_ours_belongs_stops_the_build(site, foreign):
    output.write(site, SITE)
    (site / foreign).write_bytes(b"mine")
    with pytest.raises(InputError, match=foreign):
        output.write(site, {"articles.html": b"x", "articles/b.html": b"y"})
    assert held(site) == SITE | {foreign: b"mine"}


def test_a_damaged_manifest_is_told(site):
    output.write(site, SITE)
    (site / output.MANIFEST).write_text("{")
    with pytest.raises(InputError, match="damaged"):
        output.write(site, {"index.html": b"new"})
    assert held(site) == SITE


def test_a_disk_that_fails_half_way_leaves_the_site_as_it_was(site, monkeypatch):
    def full(file, content):
        raise OSError(errno.ENOSPC, "No space left on device")

    output.write(site, SITE)
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        output.write(site, {"index.html": b"new"})
    monkeypatch.undo()
    assert held(site) == SITE
    assert beside(site) == ["site"]


def test_what_a_killed_build_has_left_is_cleared_away(site):
    output.write(site, SITE)
    (site.parent / ".site.building").mkdir()
    (site.parent / ".site.building/index.html").write_bytes(b"half")
    site.rename(site.parent / ".site.previous")  # killed between the two steps of a swap
    output.write(site, {**SITE, "c.html": b"three"})
    assert held(site) == {**SITE, "c.html": b"three"}
    assert beside(site) == ["site"]


def test_a_link_to_a_folder_elsewhere_stays_a_link(site):
    (site.parent / "elsewhere").mkdir()
    site.symlink_to("elsewhere")
    output.write(site, SITE)
    assert site.is_symlink()
    assert held(site.parent / "elsewhere") == SITE


def test_two_builds_at_once_are_one_too_many(tmp_path):
    lock = tmp_path / ".timeline" / "lock"
    with output.locked(lock), pytest.raises(InputError, match="another build"), output.locked(lock):
        pytest.fail("both got in")
    with output.locked(lock):
        assert lock.exists()

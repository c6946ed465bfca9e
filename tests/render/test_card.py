"""The picture that other sites show with a link: read back by Pillow."""

import io

import pytest
from lxml import html
from PIL import Image

from tests.render import sample
from timeline.config import Config
from timeline.frozen import replace
from timeline.publishing import publishable
from timeline.render import card
from timeline.render.site import render

HERE = Config(base_url="https://b.example/t/", publish_text="full")
TITLE, STRIP = (0, 0, 1200, 330), (0, 340, 1200, 530)  # where they are drawn
PAPER = (252, 251, 248)


def site(config=HERE, templates=None, **changes):
    timeline = replace(sample.timeline(), **changes)
    return dict(render(publishable(timeline, config), config, templates))


def picture(**changes):
    return Image.open(io.BytesIO(site(**changes)["assets/card.png"]))


def has_ink(image, box):
    """Is anything drawn there?"""
    colours = image.convert("RGB").crop(box).getcolors(1 << 20)
    return {c for _, c in colours} != {PAPER}


def test_it_has_the_size_that_is_asked_for_and_weighs_little():
    content = site()["assets/card.png"]
    image = Image.open(io.BytesIO(content))
    image.verify()
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(content) < 60_000


def test_title_and_strip_are_drawn():
    image = picture()
    assert has_ink(image, TITLE)
    assert has_ink(image, STRIP)
    assert not has_ink(picture(events=()), STRIP)


@pytest.mark.parametrize("title", ["Łódź i Świdnica", "Ærø – “1864”", "A" * 400, "word " * 200])
def test_any_title_in_its_letters_finds_room(title):
    image = picture(title=title)
    assert has_ink(image, TITLE)
    assert not has_ink(image, (0, 300, 1200, 340))


def test_letters_that_the_fonts_lack_are_not_drawn_as_boxes():
    assert not has_ink(picture(title="港口因风暴关闭"), TITLE)


def test_the_same_timeline_gives_the_same_bytes():
    assert site()["assets/card.png"] == site()["assets/card.png"]
    assert site()["assets/card.png"] != site(title="Another")["assets/card.png"]


def test_every_page_names_it_by_its_whole_address():
    for path, page in site().items():
        if path.endswith(".html"):
            tree = html.fromstring(page)
            assert tree.xpath("//meta[@property='og:image']/@content") == ["https://b.example/t/assets/card.png"]
            assert tree.xpath("//meta[@property='og:image:width']/@content") == ["1200"]


@pytest.mark.parametrize("palette", card.ACCENTS)
def test_it_has_the_accent_of_the_palette(palette):
    image = Image.open(io.BytesIO(site(replace(HERE, palette=palette))["assets/card.png"])).convert("RGB")
    assert card.ACCENTS[palette] in {c for _, c in image.crop(STRIP).getcolors(1 << 20) or ()}


def test_without_an_address_there_is_none():
    files = site(Config())
    assert "assets/card.png" not in files
    assert b"og:image" not in files["index.html"]


def test_a_project_may_bring_its_own(tmp_path):
    (tmp_path / "card.png").write_bytes(b"drawn by hand")
    assert site(templates=tmp_path)["assets/card.png"] == b"drawn by hand"

"""The picture that other sites show where somebody links to the timeline (Open Graph): its title over its strip.

Drawn by Pillow with the theme's own fonts, and packed here: how well a picture is compressed depends on the library
that a system brings along, and the same input shall give the same bytes.
"""

import struct
import zlib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from .strip import BASE, Strip
from .views import Card

WIDTH, HEIGHT = Card.width, Card.height
_EDGE = 72
_PAPER, _INK, _SOFT, _LINE = (252, 251, 248), (27, 25, 22), (94, 87, 76), (141, 132, 116)
#: The accent of each palette in light, as the style sheet has it.
ACCENTS = {
    "brick": (173, 42, 28), "sea": (21, 94, 139), "moss": (60, 100, 24), "plum": (124, 42, 107), "ink": (61, 58, 52),
}
_SIZES = (92, 80, 70, 60, 52)  # of the title, the largest first that leaves it in three lines
_LINES = 3
_AXIS, _TALL = 520, 3.2  # pixels: where the line of the strip lies; how much taller it is than on the pages
#: What the fonts hold: `newsreader` and the like, then their `-ext`. As in the style sheet.
_BASIC = ((0x20, 0xFF), (0x131, 0x131), (0x152, 0x153), (0x2000, 0x206F), (0x20AC, 0x20AC), (0x2122, 0x2122))
_EXTENDED = ((0x100, 0x2BA), (0x1E00, 0x1E9F), (0x1EF2, 0x1EFF), (0x20A0, 0x20C0))

Font = ImageFont.FreeTypeFont
Colour = tuple[int, int, int]


def draw(title: str, told: str, strip: Strip | None, accent: Colour, fonts: Path) -> bytes:
    """A PNG. told: a line about the timeline. fonts: folder of the theme's. What they cannot write is left out."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(picture)
    pen.fontmode = "L"
    if _writable(title):
        _title(pen, title, fonts)
    if _writable(told):
        _write(pen, (_EDGE, HEIGHT - _EDGE - 4), told, _pair(fonts, "libre-franklin", 26, (500,)), _SOFT)
    if strip:
        _strip(pen, strip, accent)
    return _png(picture)


def _title(pen: ImageDraw.ImageDraw, title: str, fonts: Path) -> None:
    """The title as large as three lines allow; a longer one is cut."""
    lines: list[str] = []
    for size in _SIZES:
        pair = _pair(fonts, "newsreader", size, (540, 72))
        lines = _lines(title, pair)
        if len(lines) <= _LINES:
            break
    else:
        lines = [*lines[:_LINES - 1], f"{lines[_LINES - 1]} …"]
    for n, line in enumerate(lines):
        _write(pen, (_EDGE, _EDGE + round(n * size * 1.06)), line, pair, _INK)


def _strip(pen: ImageDraw.ImageDraw, strip: Strip, accent: Colour) -> None:
    """The strip as the pages have it, larger."""
    width = WIDTH - 2 * _EDGE

    def x(share: float) -> int:
        return _EDGE + round(width * share / 100)

    pen.rectangle((_EDGE, _AXIS, WIDTH - _EDGE, _AXIS + 1), _LINE)
    for end in strip.breaks:
        pen.rectangle((x(end) - 4, _AXIS, x(end) + 3, _AXIS + 1), _PAPER)
    for tick in strip.ticks:
        pen.rectangle((x(tick.x), _AXIS, x(tick.x) + 1, _AXIS + 12), _LINE)
    for bar in strip.bars:
        top = _AXIS - round((BASE - bar.y) * _TALL)
        bottom = _AXIS - round((BASE - bar.y - bar.height) * _TALL)
        if bar.length is not None:
            pen.rectangle((x(bar.x), top, max(x(bar.x) + 4, x(bar.x + bar.length)), bottom - 1), _LINE)
        else:
            pen.rectangle((x(bar.x) - 6, top, x(bar.x) + 5, bottom - 1), accent)


# ---------------------------------------------------------------- letters
def _pair(fonts: Path, name: str, size: int, axes: tuple[int, ...]) -> tuple[Font, Font]:
    """A font and the one that has the letters it lacks. axes: weight, and optical size where it has that."""
    pair = ImageFont.truetype(fonts / f"{name}.woff2", size), ImageFont.truetype(fonts / f"{name}-ext.woff2", size)
    for font in pair:
        font.set_variation_by_axes(list(axes))
    return pair


def _within(letter: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= ord(letter) <= last for first, last in ranges)


def _writable(text: str) -> bool:
    """Do the fonts have all of its letters?"""
    return all(_within(letter, (*_BASIC, *_EXTENDED)) for letter in text)


def _runs(text: str, pair: tuple[Font, Font]) -> Iterator[tuple[str, Font]]:
    """The text in pieces, each with the font that has it."""
    for is_extended, letters in groupby(text, key=lambda c: _within(c, _EXTENDED)):
        yield "".join(letters), pair[is_extended]


def _length(text: str, pair: tuple[Font, Font]) -> float:
    return sum(font.getlength(piece) for piece, font in _runs(text, pair))


def _lines(text: str, pair: tuple[Font, Font]) -> list[str]:
    """The text in lines that fit; a word that fits none is cut by the edge."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _length(longer, pair) > WIDTH - 2 * _EDGE:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _write(
    pen: ImageDraw.ImageDraw, place: tuple[float, float], text: str, pair: tuple[Font, Font], colour: Colour
) -> None:
    """A line of text on a common baseline."""
    x, y = place
    for piece, font in _runs(text, pair):
        pen.text((x, y + font.size), piece, colour, font, anchor="ls")
        x += font.getlength(piece)


# ---------------------------------------------------------------- bytes
def _png(picture: Image.Image) -> bytes:
    """The picture in sixteen colours, each line as what differs from the one above, runs of one byte packed.

    Packing runs alone (Z_RLE) leaves a library no choice: zlib and zlib-ng give the same bytes.
    """
    flat = picture.quantize(16, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    palette = bytes((flat.getpalette() or [])[:48]).ljust(48, b"\0")
    pixels = flat.tobytes()
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS, 8, zlib.Z_RLE)
    above, packed = bytes(WIDTH // 2), b""
    for row in range(HEIGHT):
        line = pixels[row * WIDTH:(row + 1) * WIDTH]
        half = bytes(a << 4 | b for a, b in zip(line[::2], line[1::2], strict=True))
        packed += packer.compress(b"\2" + bytes((a - b) & 255 for a, b in zip(half, above, strict=True)))
        above = half
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 4, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", packed + packer.flush()), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )

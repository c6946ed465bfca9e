"""The bytes of a page or message → text, when the encoding that it names is missing or wrong."""

import re

from ..diagnostics import InputError, error

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding=[\"']([\w.:-]+)", re.I
)
_HEAD = 4096  # bytes in which a page names its encoding
_SCRAMBLED = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u20ac\u2122]")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

# What pages mean by these names, as in the WHATWG's Encoding Standard: the wider one.
_MEANT = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
}  # fmt: skip


def decode_page(data: bytes, path: str, told: str | None = None) -> str:
    """Text of a page. `told`: the encoding that its envelope names. Raises `InputError` for what is no text.

    UTF-8 is tried before the encoding that is named: bytes that happen to be UTF-8 were meant so.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace")
    if b"\0" in data:
        hint = "name a page, a text or a document"
        raise InputError([error(path, 0, 0, "binary", "this is binary data, no text", hint)])
    m = _DECLARED.search(data[:_HEAD])
    named = (told or (m and (m[1] or m[2]).decode("ascii")) or "cp1252").lower()
    shifting = named.startswith(("iso-2022", "hz"))  # these look like ASCII
    for encoding in (named,) if shifting else ("utf-8", _MEANT.get(named, named)):
        try:
            return unscrambled(data.decode(encoding))
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


def unscrambled(text: str) -> str:
    """A page that a browser has taken for Latin-1 although it was UTF-8, and has saved so: "hinÃ¼ber" was "hinüber".

    Only where the whole page reads as UTF-8 so, which no other text does by chance.
    """
    if not _SCRAMBLED.search(text):
        return text
    try:
        return b"".join(map(_byte, text)).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text


def _byte(character: str) -> bytes:
    """The byte that browsers take for a character: of Windows-1252, which leaves five out that mean themselves."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")

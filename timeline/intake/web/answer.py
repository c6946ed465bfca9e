"""What an address of the web answers."""

from collections.abc import Callable

from ...frozen import Frozen


class Fetched(Frozen):
    """An answer. url: where it came from in the end; media: its type, in small letters ("text/html"); charset: the
    encoding that its head names.
    """

    url: str
    data: bytes
    media: str
    charset: str | None


#: Fetches an address. Raises `InputError` with one clear line.
Get = Callable[[str], Fetched]

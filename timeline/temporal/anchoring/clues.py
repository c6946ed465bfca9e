"""What an article says about the day on which it was written, as plain data.

A *mark* is a day that the text names: by month and day, by a day of the month, by a weekday, or wholly. A *pointer* is
counted from the day of writing itself ("yesterday").
"""


from ...algebra.terms import Fields
from ...frozen import Frozen


class Told(Frozen):
    """What is known of an expression from elsewhere: a sister article that reports the same event, or a person.

    fields: its parts as all say them together. day: the day, where it is known. source: who says so, in words. pair:
    the ids of the linked mentions. happened: both tell it as something that has happened. witnesses: how many sister
    articles give the day; fresh: one of them was written on it or on the next; sister: the number of the one that is
    quoted.
    """

    fields: Fields
    day: int | None = None
    source: str = ""
    pair: tuple[str, str] | None = None
    happened: bool = False
    witnesses: int = 0
    fresh: bool = False
    sister: int | None = None


class Mark(Frozen):
    """A day that the text names. own: in its own words; fields: with what is known from elsewhere; day: where all is.

    direction: -1 past, +1 future, 0 not told. lasting: something went on from then or until then; that may be long.
    opening: it stands in the first sentence of the article, which tells the news. earlier: told as past already at the
    time that the text tells of ("had left on Monday"); telling: on which somebody said or announced what is told;
    aside: in a clause beside the main one ("who left on Monday").
    """

    expression: int
    words: str
    own: Fields
    fields: Fields
    direction: int
    day: int | None = None
    told: Told | None = None
    lasting: bool = False
    opening: bool = False
    earlier: bool = False
    telling: bool = False
    aside: bool = False

    @property
    def by_weekday(self) -> bool:
        """Does the text name it by its weekday alone?"""
        return self.own.weekday is not None and self.own.day is None and self.own.month is None


class Pointer(Frozen):
    """A day counted from the day of writing. shift: by how many days.

    beside: the expression that names the same day, as in "yesterday, 10 May"; near: those of the same sentence. day:
    the day that it points at, where that is known. past: what is of it is not told as to come; ends: something was so
    until then, which is the news.
    """

    words: str
    shift: int
    beside: int | None = None
    near: frozenset[int] = frozenset()
    day: int | None = None
    told: Told | None = None
    past: bool = False
    ends: bool = False

    @property
    def is_apart(self) -> bool:
        """Is it told as of today or yesterday, so that what is named by a weekday or a date is of another day?"""
        return self.beside is None and self.past and not self.ends and self.shift in (0, -1)


class Evidence(Frozen):
    """All of it, for one article. It was published up to the ceiling, and from the floor on, as their words tell.

    ceiling_words: none where it is the day of retrieval, or today. distant: the text counts weeks or years on from
    what it tells ("thirty years later").
    """

    marks: tuple[Mark, ...]
    pointers: tuple[Pointer, ...]
    ceiling: int
    floor: int | None = None
    floor_words: str = ""
    ceiling_words: str = ""
    distant: bool = False

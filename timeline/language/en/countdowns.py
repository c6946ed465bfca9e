"""How English counts to a day, or from one."""

from ..countdowns import Countdowns

_FIRST = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_TENS = "thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
_COUNTED = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"

COUNTDOWNS = Countdowns(
    to_go=r"\s(?:to go|away|left)\b",
    anniversary=r"""
        (?:\b(?P<off>\d+|[a-z]+)\s(?:days?|(?P<week>weeks?))\s
           (?:(?P<early>short\sof|shy\sof|before|ahead\sof)|after)\s)?
        (?:\b(?:the|its|their|his|her|a)\s)?
        \b(?P<n>\d+(?:st|nd|rd|th)|[a-z]+(?:-fifth)?)[\s-](?:year\s)?anniversary\b
    """,
    word="anniversary",
    numbers={
        **{word: n for n, word in enumerate(_FIRST.split(), 1)},
        **{word: 10 * n for n, word in enumerate(_TENS.split(), 3)},
        **{word: n for n, word in enumerate(_COUNTED.split(), 1)},
        "a": 1, "twenty-fifth": 25, "seventy-fifth": 75, "thirty-fifth": 35,
    },
)  # fmt: skip

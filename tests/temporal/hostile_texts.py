"""What a text can be made of to make a careless pattern search it again and again."""

HOSTILE = {
    "digits": "7", "commas": ",", "full stops": ".", "dashes": "-", "long dashes": "—", "quotes": "“", "brackets": "(",
    "apostrophes": "'", "blanks": " ", "no-break blanks": "\u00a0", "lines": "\n", "paragraphs": "\n\n", "letters": "a",
    "words": "word ", "combining marks": "e\u0301", "emoji": "👩‍👩‍👧", "letters that grow": "İ", "NUL": "\0",
    "articles": "the the the ", "of the": "of the ", "May may": "May may ", "and": "and ", "last": "last ",
    "early": "early ", "more than": "more than ", "two hundred": "two hundred ", "until it will": "until it will ",
    "numbers": "10 10 ", "fractions": "1/2 ", "half a clock": "12:", "half a date": "2019-", "ordinals": "1st of ",
    "numeric dates": "03/04/16 ", "years": "1914 ", "years in sentences": "In 1914 it was. ", "clocks": "noon 14:05 ",
    "weekdays": "Monday, ", "weekdays in sentences": "On Monday he said so. ", "months": "March and ",
    "quarters": "Q1 ", "days of the month": "the 10th ", "named days": "9/11 ", "ages": "18 years old ",
    "lengths": "two weeks ", "later": "three days later ", "events": "the day before the vote ",
    "a history": "In 1914 it began. On 3 May it grew. The next day it fell. Two years later it was over. ",
    "news": "The board met on Monday. It will meet again on the 10th, three weeks before the vote of 7 June.\n\n",
}  # fmt: skip

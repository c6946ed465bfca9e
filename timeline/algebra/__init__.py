"""Dates without text: calendar arithmetic, terms and their evaluation, EDTF and TIMEX3. Standard library only."""

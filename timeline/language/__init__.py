"""Words without documents: lexicon, rule notation, isolated date strings; one folder a language."""

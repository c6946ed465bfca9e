"""From a clause to a headline: which words tell it, what is left out, how it is fitted, who answers for it."""

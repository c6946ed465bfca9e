"""The parts of extraction: what happens in a sentence, whether it did, what only tells more."""

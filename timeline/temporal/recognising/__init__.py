"""The parts of recognition: a text as it is read, and expressions put together."""

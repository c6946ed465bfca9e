"""Going through a timeline with a person: what needs one, what they answer, and where that is written down."""

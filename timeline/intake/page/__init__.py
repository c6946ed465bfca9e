"""What a saved page says of itself: its head, the lines around its headline, its pictures and walls."""

"""Guards: what the words around a match say against it. "The 8th floor" is no date, "Mrs May" no month, "2000 men" no year."""

"""What all registers have in common: their streams, texts with versions, and what changed from one to the next."""

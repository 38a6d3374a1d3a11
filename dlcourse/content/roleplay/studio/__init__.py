"""The scenario studio: edits an author's text in place, and says what the text means so far."""

"""The scenario studio: an author's files, and what their texts mean."""

from dlcourse.handlers.roleplay.studio import files, texts

__all__ = ["files", "texts"]

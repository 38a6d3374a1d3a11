"""Job aids: one printed page each, for the work after a session: the rules."""

"""Job aids as their author writes them: reading them."""

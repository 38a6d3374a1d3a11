"""How people in various roles share the responsibility for what is led: the rules of the register."""

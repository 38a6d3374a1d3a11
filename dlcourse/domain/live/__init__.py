"""Live role-plays: sessions with groups, seats and phases; the rules, and what each person may know."""

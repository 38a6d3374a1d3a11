"""What those who lead a cohort see of it as a whole: the rules."""

"""Who the learner is, the readiness self-check, and the sorting exercise: the rules."""

"""Who the learner is, the self-check, the sorting exercise, and situations to judge before and after: the rules."""

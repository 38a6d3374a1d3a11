"""Controlled trials: small, with a prediction, a limit and a rule for stopping: the rules."""

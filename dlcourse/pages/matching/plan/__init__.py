"""The planning page: one's own teams, the next plan and its wishes, and what came of each."""

"""Results in a notebook cell: what a person did, a team's plan, a network and a scenario, as DataFrames."""

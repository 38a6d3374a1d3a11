"""Files about a whole cohort: a report with figures, and attendance by name."""

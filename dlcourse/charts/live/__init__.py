"""Charts of live role-plays."""

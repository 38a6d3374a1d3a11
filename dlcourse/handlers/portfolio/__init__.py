"""The portfolio and the certificate: the commands and queries."""

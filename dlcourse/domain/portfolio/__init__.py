"""The portfolio and the certificate: the rules."""

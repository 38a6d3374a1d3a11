"""The portfolio and the certificate: the pages."""

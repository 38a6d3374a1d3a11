"""The portfolio and the certificate: the documents."""

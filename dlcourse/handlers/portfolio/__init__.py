"""The portfolio and the certificate: the commands and queries."""

from dlcourse.handlers.portfolio import arrangement, certificate, views

__all__ = ["arrangement", "certificate", "views"]

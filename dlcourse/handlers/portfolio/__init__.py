"""The portfolio and the certificate: the commands and queries."""

from dlcourse.handlers.portfolio import arrangement, certificate, sections, views

__all__ = ["arrangement", "certificate", "sections", "views"]

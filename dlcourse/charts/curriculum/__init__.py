"""The course as a whole: the charts."""

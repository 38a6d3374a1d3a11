"""Documents that leave the course: written from values of the domain, never read back."""

"""Controlled trials: the charts."""

"""A made-up cohort, so that somebody can see at once what a cohort looks like after seven weeks.

Everything in it comes about by the commands that people use. Nobody in it exists.
"""

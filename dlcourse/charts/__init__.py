"""Charts: what the domain found out, as Vega-Lite specifications. One module for each subject, one theme for all.

A subject's module has the words and the figures; what is drawn of them, with Altair, stands beside it and is only
loaded by the process that draws.
"""

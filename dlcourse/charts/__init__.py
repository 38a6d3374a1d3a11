"""Charts: what the domain found out, as Vega-Lite specifications. One module for each subject, one theme for all."""

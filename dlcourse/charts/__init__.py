"""Charts as Vega-Lite specifications: a folder for each subject, and one theme for all.

A chart's module has its words and figures. Its drawing, made with Altair, is a module beside it that only the drawing
process loads.
"""

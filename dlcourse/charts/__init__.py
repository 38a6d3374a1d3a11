"""Charts, made with Altair in one theme: a folder for each subject.

A chart's module has its words and figures. Its drawing is a module beside it whose name ends in ``_drawing``. Altair
makes the drawings when the course is built, without data. A page only fills in its rows, so no server and no page loads
Altair.
"""

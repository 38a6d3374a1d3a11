"""The pages as pure code: State, Msg, update and props, with one module for each page.

A page never reads a clock, a file or a database, and it knows nothing of browsers, kernels or servers.
"""

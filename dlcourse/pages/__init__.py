"""What a person sees and can say, pure: State, Msg, update, props; one module a page.

A page never reads a clock, a file or a database, and it knows nothing of browsers, kernels or servers.
"""

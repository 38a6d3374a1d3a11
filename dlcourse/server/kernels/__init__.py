"""The kernels of session pages: their processes, the queue for them, and the WebSockets between page and kernel."""

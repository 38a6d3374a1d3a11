"""What a browser is shown: session pages from notebooks, and light pages that need no kernel."""

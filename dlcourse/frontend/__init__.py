"""The sources of the front end, and the programs that bundle and check them. Only the bundles are shipped."""

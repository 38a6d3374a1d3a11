"""The front end's sources and what bundles them into ``dlcourse/static``; only the bundles are shipped."""

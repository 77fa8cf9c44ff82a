"""The checker without a browser: guided questions, a result to read, JSON for programs."""

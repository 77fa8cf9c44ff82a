"""Is a copy of the portal true and fresh? Stand-alone: the standard library, `ssh-keygen`, and nothing of the rest of
portal, so that it is packed as one file (`hebergeur/verify.py`) and read before it is trusted."""

"""zipfile and Jinja2 ask for locks only; a worker has one thread."""

from _thread import RLock, allocate_lock

Lock = allocate_lock

__all__ = ["Lock", "RLock"]

"""How many threads compute products of matrices."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext


def one_thread() -> AbstractContextManager[object]:
    """A context in which each product of matrices is computed in one thread, where that can be told to the library.

    Threads that wait for one another take two and three times the processor time of one; several processors are put to use by
    several processes.
    """
    try:
        from threadpoolctl import threadpool_limits
    except ImportError:
        return nullcontext()
    limits: AbstractContextManager[object] = threadpool_limits(limits=1, user_api="blas")
    return limits

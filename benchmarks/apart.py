"""Each measurement in a process of its own: memory, caches and the event loop are that one's alone."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

T = TypeVar("T")


def apart(run: Callable[..., T], *arguments: Any) -> T:
    """What ``run`` returns in a fresh process. Raises what it raises."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(run, *arguments).result()

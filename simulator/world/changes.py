"""What changed since when, for those who watch: they ask now and then, and get each thing once."""

Key = tuple[str | int, ...]


class Changes:
    """An index of things by their last change. Asking costs what changed, not what there is."""

    def __init__(self) -> None:
        self.version = 0
        """The number of the last change."""
        self._last: dict[Key, int] = {}
        self._floor = 0

    def note(self, key: Key) -> None:
        """That changed just now."""
        self.version += 1
        self._last.pop(key, None)  # so that the newest stands last
        self._last[key] = self.version

    def start_over(self) -> None:
        """Everything is another one: whoever watched has to look at all of it anew."""
        self.version += 1
        self._floor = self.version
        self._last.clear()

    def since(self, version: int, until: int | None = None) -> list[Key] | None:
        """What changed last after that and not after ``until``, the oldest change first; None: everything."""
        if version < self._floor:
            return None
        found = []
        for key, changed in reversed(self._last.items()):
            if changed <= version:
                break
            if until is None or changed <= until:
                found.append(key)
        return found[::-1]

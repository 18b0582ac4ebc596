"""A clinic's year on a virtual clock, killed and hindered on the way, and judged by an oracle of its own.

``python -m tests.year --seed 1 --days 365 --patients 300`` replays the same year each time. Nothing of Telegram,
the network or the disk is real here but SQLite and the whole program; how it fares with real processes and real
HTTP is tested elsewhere.
"""

"""A clinician's line as it is read on a Tuesday, with the medicines of one clinic."""

from datetime import date

from care.grammar import Line, read_line
from care.medicines import Medicine, ldn

TODAY = date(2026, 11, 24)  # a Tuesday


def listed(name: str, unit: str) -> Medicine:
    return Medicine(
        id=name,
        name=name,
        spellings=(),
        unit=unit,
        warn_above=None,
        refuse_above=None,
        opioid_check=False,
        self_check=False,
    )


MEDICINES = [ldn("ldn"), listed("Vitamin B12", "mcg"), listed("5-HTP", "mg"), listed("Low dose drops", "drops")]
MEDICINES += [listed("Macrogol", "sachets"), listed("Fibre", "words"), listed("Paracetamol", "mg")]


def read(text: str) -> Line:
    return read_line(text, MEDICINES, TODAY)

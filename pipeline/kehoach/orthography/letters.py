"""Capital and small letters, for use inside the brackets of a regular expression.

A range like ``À-Ỹ`` holds both: between the two stand "ạ" and "đ" as well as "Ạ" and "Đ".
"""

_ACCENTED = [*map(chr, range(0xC0, 0x1EFA))]

UPPER = "A-Z" + "".join(c for c in _ACCENTED if c.isupper())
LOWER = "a-z" + "".join(c for c in _ACCENTED if c.islower())

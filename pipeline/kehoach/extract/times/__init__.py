"""The grammar of administrative time, and which times of a text bind an action."""

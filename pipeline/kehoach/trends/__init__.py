"""Many plans at once: who asks what of whom, with what weight, by when, and how that moves."""

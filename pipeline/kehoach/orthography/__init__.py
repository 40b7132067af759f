"""Vietnamese writing: folding for comparison, syllables, look-alikes, legacy encodings, quality of text."""

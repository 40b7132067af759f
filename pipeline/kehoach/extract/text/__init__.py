"""Running text as the extractors read it: paragraphs, passages, quotations."""

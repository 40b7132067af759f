"""Documents of word processors and web pages -> Reading: paragraphs and tables as they would be printed, no pages."""

"""Names of units in running text: where one begins and ends, what a list of them holds."""

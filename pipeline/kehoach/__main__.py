"""``python -m kehoach``: the command line."""

from kehoach.cli import main

if __name__ == "__main__":
    main()

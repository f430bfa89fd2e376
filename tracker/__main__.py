"""`python -m tracker` is `tracker`."""

from tracker.cli.app import main

if __name__ == "__main__":
    main()

"""``python -m builder``, for machines on which the command itself is not found."""

from builder.cli.main import main

if __name__ == "__main__":
    main()

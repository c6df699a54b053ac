"""`python -m bot` is `roundtable`."""

from bot.cli import main

if __name__ == "__main__":
    main()

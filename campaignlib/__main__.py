"""python -m campaignlib"""

from campaignlib.cli.app import main

if __name__ == "__main__":
    main()

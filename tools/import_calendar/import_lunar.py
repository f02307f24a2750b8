"""import_lunar.py DIRECTORY: takes the calendars whose feasts follow the moon from PyPI's `holidays`.

Replaces their rows in DIRECTORY/holidays.csv, which import_holidays.js has written before.
"""

import pathlib
import sys

import holidays

FIRST_YEAR, LAST_YEAR = 2015, 2035
# date-holidays has no Hindu calendar: no Diwali, no Holi, no Dussehra.
CALENDARS = {"IN-MH": ("IN", "MH")}


def rows_of(name):
    country, region = CALENDARS[name]
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    return [f"{name},{day}" for day in holidays.country_holidays(country, subdiv=region, years=years)]


def main():
    path = pathlib.Path(sys.argv[1]) / "holidays.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    head = [line for line in head if "python-holidays" not in line]
    head.append(f"# {', '.join(CALENDARS)}: python-holidays {holidays.__version__}, MIT, "
                "https://github.com/vacanza/holidays.")
    kept = [line for line in lines if line[0] != "#" and line.split(",")[0] not in CALENDARS]
    taken = [row for name in CALENDARS for row in rows_of(name)]
    path.write_text("\n".join(head + sorted(kept + taken)) + "\n", encoding="utf-8")
    print(f"{len(CALENDARS)} calendars, {len(taken)} days")


if __name__ == "__main__":
    main()

// import_holidays.js DIRECTORY: reads DIRECTORY/sites.txt, writes DIRECTORY/holidays.csv.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Holidays from 'date-holidays';

const [firstYear, lastYear] = [2015, 2035];
const directory = process.argv[2];

const sites = readFileSync(join(directory, 'sites.txt'), 'utf8');
const calendars = new Set([...sites.matchAll(/^calendar: (\S+)$/gm)].map(([, name]) => name));

const rows = new Set();
for (const calendar of [...calendars].sort()) {
  const source = new Holidays(...calendar.split('-'), { types: ['public', 'bank'] });
  for (let year = firstYear; year <= lastYear; ++year) {
    for (const holiday of source.getHolidays(year)) {
      // A holiday of several days has one row a day; `end` is the midnight after it.
      const days = Math.max(1, Math.round((holiday.end - holiday.start) / 86_400_000));
      const first = Date.parse(holiday.date.slice(0, 10));
      for (let day = 0; day < days; ++day) {
        rows.add(`${calendar},${new Date(first + day * 86_400_000).toISOString().slice(0, 10)}`);
      }
    }
  }
}

const head =
  '# calendar,local day: public and bank holidays 2015 to 2035. From date-holidays 3.37.0, data\n' +
  '# CC-BY-3.0, https://github.com/commenthol/date-holidays. Written by tools/import_calendar; do not edit.\n';
writeFileSync(join(directory, 'holidays.csv'), head + [...rows].sort().join('\n') + '\n');
console.log(`${calendars.size} calendars, ${rows.size} days`);

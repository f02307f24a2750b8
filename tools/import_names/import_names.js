// import_names.js DIRECTORY: writes one lexicon a locale. See README.md.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allLocales } from '@faker-js/faker';
import { lexicons } from './locales.js';
import { romaniser } from './romanise.js';

const version = '10.6.0';
const heaviest = 20;
const dictionary = new Set(readFileSync('/usr/share/dict/american-english', 'utf8').split('\n'));

// A name that stands in the lists of many locales is a common one.
function occurrences(kind) {
  const counts = new Map();
  for (const locale of Object.values(allLocales)) {
    const lists = Object.values(locale.person?.[kind] ?? {}).filter(Array.isArray);
    for (const name of new Set(lists.flat())) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

const known = { first_name: occurrences('first_name'), last_name: occurrences('last_name') };

function listed(locales, kind, group) {
  const names = new Set();
  for (const locale of locales) {
    for (const name of allLocales[locale].person?.[kind]?.[group] ?? []) names.add(name);
  }
  return [...names];
}

// Names of one word or of two, perhaps after particles ("van den Berg"); letters and hyphens.
const wellFormed = (name) => /^(\p{Ll}{2,3} ){0,2}\p{Lu}[\p{L}'’-]+( \p{Lu}[\p{L}'’-]+)?$/u.test(name);

// Surnames after places that do not exist, in the way English ones are made: Ashworth, Langfield.
const locativeHeads = ('Ald Ash Birk Black Brad Bram Clay Crow Dun Elm Far Had Hal Hart Haver Hazel Hol Kings ' +
  'Lang Lock Mar Mil Nor Oak Peck Pres Raw Red Ship Stan Sut Thorn Wake Wal Wes White Wick Wood').split(' ');
const locativeTails = 'bury by combe croft field ford ham ley more shaw stead ton well wood worth'.split(' ');
const locative = () =>
  locativeHeads.flatMap((head) =>
    locativeTails.filter((tail) => tail[0] !== head.at(-1) && tail[0] !== head[0].toLowerCase())
      .map((tail) => [head + tail, 1]));

async function weighted(names, kind, { unique, english, script }) {
  const romanise = await romaniser(script);
  const weights = new Map();
  for (const name of names) {
    const count = known[kind].get(name) ?? 1;
    if (english ? !dictionary.has(name) && !/^(Mc|O')/.test(name) : !unique && count < 2) continue;
    const written = await romanise(name, kind === 'last_name');
    if (!wellFormed(written)) continue;
    const weight = Math.min(heaviest, (english ? 4 : 1) + (count - 1) * 2);
    weights.set(written, Math.min(heaviest, (weights.get(written) ?? 0) + weight));
  }
  return [...weights].sort(([a], [b]) => (a < b ? -1 : 1));
}

function feminineForm(name, rules = []) {
  for (const [ending, replacement] of rules) {
    if (ending.test(name)) return name.replace(ending, replacement);
  }
  return name;
}

async function sectionsOf(rule) {
  const given = rule.given ?? rule.from;
  const family = rule.family ?? rule.from;
  const familyRule = { ...rule, unique: rule.uniqueFamily ?? rule.unique };
  const names = (group) => weighted(listed(given, 'first_name', group), 'first_name', rule);
  const families = (group) => weighted(listed(family, 'last_name', group), 'last_name', familyRule);
  const foreign = await weighted(listed(rule.also ?? [], 'last_name', 'generic'), 'last_name', { unique: true });
  const common = [...(await families('generic')), ...foreign, ...(rule.locative ? locative() : [])];
  const female = [...common, ...(await families('female'))];
  const male = [...common, ...(await families('male'))];
  const differs = rule.feminine || female.length !== common.length;
  return {
    'given female': await names('female'),
    'given male': await names('male'),
    ...(differs
      ? {
          'family female': female.map(([name, n]) => [feminineForm(name, rule.feminine), n]),
          'family male': male,
        }
      : { family: common }),
  };
}

const directory = process.argv[2];
for (const [locale, rule] of Object.entries(lexicons)) {
  const sections = await sectionsOf(rule);
  let text =
    `# Names of ${locale}: a name, a tab, its weight. From @faker-js/faker ${version}, MIT licence,\n` +
    '# Copyright (c) 2022-2025 Faker. Written by tools/import_names; do not edit.\n';
  for (const [title, names] of Object.entries(sections)) {
    text += `\n[${title}]\n` + names.map(([name, weight]) => `${name}\t${weight}\n`).join('');
  }
  writeFileSync(join(directory, `${locale}.txt`), text);
  console.log(locale, Object.entries(sections).map(([t, n]) => `${t} ${n.length}`).join(', '));
}

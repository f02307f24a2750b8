// Which of Faker's locales make up each lexicon. `unique: false` leaves out names that no second
// locale knows, `english` those that Debian's wamerican does not list; `script` names the
// romanisation.
export const lexicons = {
  en_GB: { from: ['en', 'en_AU', 'en_AU_ocker', 'en_GB'], english: true, locative: true },
  en_US: { from: ['en', 'en_US', 'en_CA', 'en_AU_ocker'], english: true, also: ['es_MX'] },
  en_HK: { given: ['en_AU'], family: ['en_HK'], unique: true },
  en_IN: { from: ['en_IN'], unique: true },
  de: { from: ['de', 'de_CH'], unique: true },
  fr: { from: ['fr', 'fr_BE', 'fr_CH'], unique: false, uniqueFamily: true },
  it: { from: ['it'], unique: false, uniqueFamily: true },
  es: { from: ['es', 'es_MX'], unique: true },
  nl: { from: ['nl', 'nl_BE'], unique: true },
  pl: { from: ['pl'], unique: true, feminine: [[/ski$/, 'ska'], [/cki$/, 'cka'], [/dzki$/, 'dzka']] },
  pt_BR: { from: ['pt_BR', 'pt_PT'], unique: true },
  sv: { from: ['sv'], unique: true },
  da: { from: ['da'], unique: true },
  nb: { from: ['nb_NO'], unique: true },
  fi: { from: ['fi'], unique: true },
  cs: { from: ['cs_CZ'], unique: false, uniqueFamily: true },
  hu: { from: ['hu'], unique: true },
  ro: { from: ['ro'], unique: true },
  tr: { from: ['tr'], unique: false, uniqueFamily: true },
  yo_NG: { from: ['yo_NG'], unique: true },
  ja: { from: ['ja'], unique: true, script: 'japanese' },
  ko: { from: ['ko'], unique: true, script: 'korean' },
  zh: { from: ['zh_CN'], unique: true, script: 'chinese' },
};

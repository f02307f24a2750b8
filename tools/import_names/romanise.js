// Chinese, Japanese and Korean names in Latin letters, as their bearers write them in a business
// abroad.

import KuroshiroModule from 'kuroshiro';
import KuromojiAnalyzer from 'kuroshiro-analyzer-kuromoji';
import { pinyin } from 'pinyin-pro';

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
const plain = (word) => word.normalize('NFD').replace(/\p{M}/gu, '');

function chinese(name, isFamily) {
  const syllables = pinyin(name, {
    toneType: 'none', type: 'array', surname: isFamily ? 'head' : 'off', v: true,
  });
  return capital(syllables.join('').replaceAll('ü', 'u').replaceAll('v', 'u'));
}

// Revised Romanization, syllable by syllable: lead, vowel and tail of the Unicode composition.
const leads = ['g', 'kk', 'n', 'd', 'tt', 'r', 'm', 'b', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'k',
  't', 'p', 'h'];
const vowels = ['a', 'ae', 'ya', 'yae', 'eo', 'e', 'yeo', 'ye', 'o', 'wa', 'wae', 'oe', 'yo', 'u',
  'wo', 'we', 'wi', 'yu', 'eu', 'ui', 'i'];
const tails = ['', 'k', 'k', 'k', 'n', 'n', 'n', 't', 'l', 'k', 'm', 'p', 'l', 'l', 'p', 'l', 'm',
  'p', 'p', 't', 't', 'ng', 't', 't', 'k', 't', 'p', 't'];
const families = { 김: 'Kim', 이: 'Lee', 박: 'Park', 최: 'Choi', 정: 'Jung', 강: 'Kang', 조: 'Cho',
  윤: 'Yoon', 임: 'Lim', 오: 'Oh', 신: 'Shin', 유: 'Yoo', 노: 'Roh', 구: 'Koo', 우: 'Woo', 권: 'Kwon',
  주: 'Joo', 문: 'Moon', 백: 'Paik', 선: 'Sun', 심: 'Shim', 남궁: 'Namgung' };

function korean(name, isFamily) {
  if (isFamily && families[name]) return families[name];
  const parts = [...name].map((syllable) => {
    const code = syllable.codePointAt(0) - 0xac00;
    return leads[Math.floor(code / 588)] + vowels[Math.floor((code % 588) / 28)] + tails[code % 28];
  });
  return capital(parts.join(isFamily ? '' : '-'));
}

const kuroshiro = new (KuroshiroModule.default ?? KuroshiroModule)();

async function japanese(name) {
  const romaji = await kuroshiro.convert(name, { to: 'romaji', romajiSystem: 'passport' });
  return capital(plain(romaji).toLowerCase().replace(/[^a-z]/g, ''));
}

export async function romaniser(script) {
  if (script === 'japanese' && !kuroshiro._analyzer) await kuroshiro.init(new KuromojiAnalyzer());
  return { japanese, chinese, korean }[script] ?? ((name) => name);
}

import { expect, it } from 'vitest'
import { displayName } from './message'

it.each([
  ['Ai Tsuji <ai.tsuji@meridianhale.example>', 'Ai Tsuji'],
  ['"Dąbek, Eleonora (Quarsand)" <e@quarsand.example>', 'Dąbek, Eleonora (Quarsand)'],
  ['<a@b.example>', '<a@b.example>'],
  ['a@b.example', 'a@b.example'],
])('shows %s as %s', (from, name) => expect(displayName(from)).toBe(name))

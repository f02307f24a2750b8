import { describe, expect, it } from 'vitest'
import { bytes, duration, percent, readWhole, whole } from './numbers'

describe('numbers as people read them', () => {
  it.each([[0, '0 B'], [999, '999 B'], [1000, '1.00 kB'], [5389075684, '5.39 GB'], [999_999, '1.00 MB'], [123_456_789, '123 MB']])(
    'shows %d bytes as %s', (value, text) => expect(bytes(value)).toBe(text))

  it.each([[0, '0 s'], [0.3, 'under 1 s'], [48, '48 s'], [200, '3 min 20 s'], [7500, '2 h 5 min'], [3600, '1 h'], [356_400, '4 d 3 h']])(
    'shows %d seconds as %s', (value, text) => expect(duration(value)).toBe(text))

  it('groups thousands, of large seeds too', () => {
    expect(whole(1_000_000)).toBe('1,000,000')
    expect(whole(18446744073709551615n)).toBe('18,446,744,073,709,551,615')
  })

  it('shows small shares with a decimal', () => {
    expect([percent(0), percent(0.034), percent(0.5)]).toEqual(['0 %', '3.4 %', '50 %'])
  })

  it.each([['20k', 20_000], ['1.5M', 1_500_000], [' 1 000 000 ', 1_000_000], ['1,000', 1000], ['18446744073709551615', 18446744073709551615n]])(
    'reads %s as a whole number', (typed, value) => expect(readWhole(typed)).toBe(value))

  it.each(['1.2345k', '-5', '1e6', '', 'many', '0x10'])('leaves %j as it was typed', (typed) => expect(readWhole(typed)).toBe(typed))
})

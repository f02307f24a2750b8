import { describe, expect, it } from 'vitest'
import { parseJson, toJson } from './json'

describe('JSON of recipes', () => {
  it('keeps the largest seed exactly', () => {
    const text = '{"seed":18446744073709551615}'
    expect(parseJson(text)).toEqual({ seed: 18446744073709551615n })
    expect(toJson(parseJson(text))).toBe(text)
  })

  it('leaves long digits within a text alone', () => {
    const text = '{"name":"18446744073709551615 \\" 18446744073709551615"}'
    expect(toJson(parseJson(text))).toBe(text)
  })

  it('reads what a number can hold as a number', () => {
    expect(parseJson('[9007199254740991, 1.5, -3]')).toEqual([9007199254740991, 1.5, -3])
  })

  it('writes like JSON.stringify', () => {
    const value = { a: [1, 'x', null, true], b: {}, c: [], d: { e: 'ü"' } }
    expect(toJson(value)).toBe(JSON.stringify(value))
    expect(toJson(value, 2)).toBe(JSON.stringify(value, null, 2))
  })

  it('refuses what is not JSON', () => {
    expect(() => parseJson('{')).toThrow(SyntaxError)
  })
})

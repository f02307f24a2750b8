import { describe, expect, it } from 'vitest'
import { type Mark, segments } from './segments'

const mark = (start: number, end: number): Mark => ({ start, end, kind: 'true', title: '' })

describe('segments of a marked text', () => {
  it('are one without marks', () => expect(segments('abc', [])).toEqual([{ text: 'abc' }]))

  it('count code points, not UTF-16 units', () => {
    expect(segments('🚀🚀 go now', [mark(3, 5)]).map(({ text }) => text)).toEqual(['🚀🚀 ', 'go', ' now'])
  })

  it('lose no letter, whatever the marks', () => {
    const text = 'the quick brown fox'
    for (const marks of [[mark(4, 9), mark(0, 3)], [mark(0, 9), mark(4, 12)], [mark(15, 99)], [mark(7, 7)], [mark(50, 60)]])
      expect(segments(text, marks).map((piece) => piece.text).join('')).toBe(text)
  })
})

import { describe, expect, it } from 'vitest'
import { sight } from './useVirtualRows'

describe('the rows in sight', () => {
  it('are a few of many', () => {
    const { first, count, offset_px, total_px } = sight(20_000, 50, 100_000, 500)
    expect([first, count, offset_px, total_px]).toEqual([1994, 22, 99_700, 1_000_000])
  })

  it('are all of few', () => expect(sight(3, 50, 0, 500)).toEqual({ first: 0, count: 3, offset_px: 0, total_px: 150 }))

  it('are none of none', () => expect(sight(0, 50, 0, 500).count).toBe(0))

  it('reach from the first to the last row of a billion', () => {
    const rows = 1_000_000_000
    expect(sight(rows, 50, 0, 500).first).toBe(0)
    const { first, count, total_px } = sight(rows, 50, 8_000_000 - 500, 500)
    expect(total_px).toBe(8_000_000)
    expect(first + count).toBe(rows)
  })
})

import { describe, expect, it } from 'vitest'
import { check, dayNumber } from './check'
import { completed, defaults, leaves, valueAt, withValue } from './schema'

describe('the check of a specification', () => {
  it('finds nothing in the defaults', () => {
    expect(check(defaults())).toEqual([])
  })

  it('reports every mistake with the path to mend', () => {
    const spec = completed({
      count: 0,
      first_day: '2025-13-01',
      company: { employees: 'many', sites: [{ share: 1 }, { city: 'London', share: 0 }] },
      trafic: {},
    })
    expect(check(spec)).toEqual([
      { path: 'count', message: 'is not a whole number from 1 to 1000000000000' },
      { path: 'first_day', message: 'is not a date such as 2025-03-05' },
      { path: 'company.employees', message: 'is not a whole number from 20 to 200000' },
      { path: 'company.sites[0].city', message: 'is missing' },
      { path: 'company.sites[1].share', message: 'is not a whole number from 1 to 10000' },
      { path: 'trafic', message: 'unknown field' },
    ])
  })

  it.each([
    ['2025-03-31', '2025-03-30', 'is before first_day'],
    ['2025-01-01', '2035-01-10', 'is more than ten years after first_day'],
  ])('holds the period from %s to %s to the calendar', (first_day, last_day, message) => {
    expect(check(completed({ first_day, last_day }))).toEqual([{ path: 'last_day', message }])
  })

  it('takes the largest seed and refuses the next number', () => {
    expect(check(completed({ seed: 18446744073709551615n }))).toEqual([])
    expect(check(completed({ seed: 18446744073709551616n }))).toHaveLength(1)
  })

  it('knows that February ends', () => {
    expect(dayNumber('2024-02-29')).toBe(19782)
    expect(dayNumber('2025-02-29')).toBeNull()
  })
})

describe('walks over the schema', () => {
  it('describes each field, with a unit and a default', () => {
    for (const { path, schema } of leaves()) {
      expect(schema.description, path).toBeTruthy()
      expect(schema['x-unit'], path).toBeTruthy()
      expect(schema.default, path).toBeDefined()
    }
  })

  it('sets a value without touching the original', () => {
    const spec = defaults()
    const changed = withValue(spec, 'company.employees', 77)
    expect(valueAt(changed, 'company.employees')).toBe(77)
    expect(valueAt(spec, 'company.employees')).toBe(5000)
    expect(changed.traffic).toBe(spec.traffic)
  })
})

import { describe, expect, it } from 'vitest'
import { asRecipe, compressionsOf, decodeRecipe, differences, emptyRecipe, encodeRecipe, withPackage } from './recipe'
import { defaults, withValue } from './schema'

describe('a recipe', () => {
  it('survives the way through a link, with umlauts and the largest seed', () => {
    const spec = withValue(withValue(defaults(), 'company.name', 'Grüne Brücke & Söhne 🌉'), 'seed', 18446744073709551615n)
    const recipe = { ...emptyRecipe(), title: 'Pilot <1>', spec }
    const link = encodeRecipe(recipe)
    expect(link).toMatch(/^[\w-]+$/)
    expect(decodeRecipe(link)).toEqual(recipe)
  })

  it('is refused when its link was cut short', () => {
    const link = encodeRecipe(emptyRecipe())
    expect(decodeRecipe(link.slice(0, -5))).toBeNull()
    expect(decodeRecipe('')).toBeNull()
    expect(decodeRecipe('%%%')).toBeNull()
  })

  it('is made from a bare specification, too', () => {
    expect(asRecipe({ count: 5 })).toEqual({ ...emptyRecipe(), spec: { ...defaults(), count: 5 } })
    expect(asRecipe([])).toBeNull()
    expect(asRecipe({ spec: 7 })).toBeNull()
  })

  it('keeps mistakes of a specification for the check to name them', () => {
    expect(asRecipe({ count: 'many', trafic: 1 })?.spec).toMatchObject({ count: 'many', trafic: 1 })
  })

  it('never asks for a compression that its package has not', () => {
    const mbox = { ...emptyRecipe(), package: 'mbox' as const, compress: 'zstd' as const }
    expect(withPackage(mbox, 'objects').compress).toBe('none')
    expect(withPackage(mbox, 'zip').compress).toBe('gzip')
    expect(withPackage(mbox, 'tar').compress).toBe('zstd')
    expect(compressionsOf('mbox')).toEqual(['none', 'zstd', 'gzip'])
  })

  it('tells where two specifications differ', () => {
    const spec = defaults()
    expect(differences(spec, spec)).toEqual([])
    expect(differences(spec, withValue(withValue(spec, 'count', 7), 'traffic.machine', 0))).toEqual([
      { path: 'count', a: 1000, b: 7 },
      { path: 'traffic.machine', a: 25, b: 0 },
    ])
  })
})

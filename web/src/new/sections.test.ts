import { describe, expect, it } from 'vitest'
import { leaves } from '@/recipe/schema'
import { texts } from '@/texts'
import { sections } from './sections'

describe('the sections of the form', () => {
  it('show each field of the schema once', () => {
    const shown = sections().flatMap(({ fields }) => fields.map(({ path }) => path))
    expect(shown.sort()).toEqual(leaves().map(({ path }) => path).sort())
  })

  it('take a field that nobody has placed', () => {
    const fresh = { path: 'weather', schema: { type: 'integer' as const } }
    expect(sections([fresh])).toEqual([{ name: 'more', fields: [fresh] }])
  })

  it('have a label for each field', () => {
    for (const { path } of leaves()) expect(texts.fields[path], path).toBeTruthy()
  })
})

import { expect, it } from 'vitest'
import { lineOf } from './lineOf'

const text = `{
  "title": "a \\"x\\": 1",
  "spec": {
    "count": 0,
    "company": {
      "sites": [
        { "city": "London" },
        { "city": "Nowhere",
          "share": 0 }
      ]
    }
  }
}`

it.each([['count', 4], ['company', 5], ['company.sites', 6], ['company.sites[1]', 8], ['company.sites[1].share', 9], ['company.sites[0].share', 7], ['missing', 3]])(
  'finds the line of %s', (path, line) => expect(lineOf(text, path)).toBe(line))

it('finds it in a bare specification, too', () => expect(lineOf('{\n"count": 5,\n\n"seed": 1}', 'seed')).toBe(4))

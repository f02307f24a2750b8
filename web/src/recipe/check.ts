// Checks a specification against the schema, with the words and the paths of the program's own check,
// so that a mistake reads the same before and after the server has seen it. What only the server can
// know (is there room for the plantings? is this city known?) comes with its answers.

import type { Json, JsonObject } from './json'
import { isObject } from './json'
import { type Schema, specSchema } from './schema'

export interface Mistake {
  path: string
  message: string
}

const kDay = 86_400_000
const kLongestPeriodDays = 3660

/** Days since 1970, or null for what is not a day of the calendar. */
export function dayNumber(text: Json | undefined): number | null {
  const parts = typeof text === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) : null
  if (!parts) return null
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]
  const time = Date.UTC(year, month - 1, day)
  const date = new Date(time)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time / kDay : null
}

function checkWhole(value: Json, schema: Schema): string | null {
  const low = BigInt(schema.minimum ?? 0)
  // Written by the schema as a number of 53 bits, meant as 64.
  const high = schema.maximum === 2 ** 64 ? 2n ** 64n - 1n : BigInt(schema.maximum ?? Number.MAX_SAFE_INTEGER)
  const whole = typeof value === 'bigint' || (typeof value === 'number' && Number.isSafeInteger(value))
  return whole && BigInt(value) >= low && BigInt(value) <= high ? null : `is not a whole number from ${low} to ${high}`
}

function checkText(value: Json, schema: Schema): string | null {
  if (typeof value !== 'string') return 'is not a text'
  if (schema.enum && !schema.enum.includes(value)) return `is not one of ${schema.enum.join(', ')}`
  if (schema.format === 'date' && dayNumber(value) === null) return 'is not a date such as 2025-03-05'
  if (value.length < (schema.minLength ?? 0)) return 'is empty'
  if (schema.maxLength !== undefined && [...value].length > schema.maxLength) return `is longer than ${schema.maxLength} characters`
  return null
}

function walk(value: Json, schema: Schema, path: string, found: Mistake[]): void {
  const fail = (message: string) => found.push({ path, message })
  const below = (name: string) => (path === '' ? name : `${path}.${name}`)
  if (schema.type === 'object') {
    if (!isObject(value)) return void fail('is not an object')
    for (const [name, item] of Object.entries(value)) {
      const field = schema.properties?.[name]
      if (field) walk(item, field, below(name), found)
      else found.push({ path: below(name), message: 'unknown field' })
    }
    for (const name of schema.required ?? []) if (!(name in value)) found.push({ path: below(name), message: 'is missing' })
  } else if (schema.type === 'array') {
    if (!Array.isArray(value)) return void fail('is not an array')
    value.forEach((item, index) => schema.items && walk(item, schema.items, `${path}[${index}]`, found))
  } else {
    const message =
      schema.type === 'integer' ? checkWhole(value, schema)
      : schema.type === 'string' ? checkText(value, schema)
      : typeof value === 'boolean' ? null : 'is neither true nor false'
    if (message) fail(message)
  }
}

export function check(spec: Json, schema: Schema = specSchema): Mistake[] {
  const found: Mistake[] = []
  walk(spec, schema, '', found)
  if (schema === specSchema && isObject(spec)) checkPeriod(spec, found)
  return found
}

function checkPeriod(spec: JsonObject, found: Mistake[]): void {
  const first = dayNumber(spec.first_day)
  const last = dayNumber(spec.last_day)
  if (first === null || last === null) return
  if (last < first) found.push({ path: 'last_day', message: 'is before first_day' })
  if (last - first > kLongestPeriodDays) found.push({ path: 'last_day', message: 'is more than ten years after first_day' })
}

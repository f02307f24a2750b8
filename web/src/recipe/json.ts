// JSON that keeps whole numbers exact: a seed has 64 bits, and a number of the language 53. Whole
// numbers beyond those are read as bigint and written as they were.

export type Json = null | boolean | number | bigint | string | Json[] | { [name: string]: Json }
export type JsonObject = { [name: string]: Json }

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

// A string, or a whole number that may be too long; what is within a string is passed over.
const kTokens = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g
const kMark = '\u0000whole:'

function revive(value: Json): Json {
  if (typeof value === 'string') return value.startsWith(kMark) ? BigInt(value.slice(kMark.length)) : value
  if (Array.isArray(value)) return value.map(revive)
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, revive(item)]))
  return value
}

/** Throws SyntaxError as JSON.parse does. */
export function parseJson(text: string): Json {
  const marked = text.replace(kTokens, (token) =>
    token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `"\\u0000whole:${token}"`,
  )
  return revive(JSON.parse(marked) as Json)
}

export function toJson(value: Json, indent = 0, depth = 1): string {
  if (typeof value === 'bigint') return value.toString()
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const space = indent > 0 ? ' ' : ''
  const items = Array.isArray(value)
    ? value.map((item) => toJson(item, indent, depth + 1))
    : Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}:${space}${toJson(item, indent, depth + 1)}`)
  if (items.length === 0) return `${open}${close}`
  if (indent === 0) return `${open}${items.join(',')}${close}`
  const pad = ' '.repeat(indent * depth)
  return `${open}\n${pad}${items.join(`,\n${pad}`)}\n${' '.repeat(indent * (depth - 1))}${close}`
}

export function clone<T extends Json>(value: T): T {
  if (Array.isArray(value)) return value.map((item) => clone(item)) as T
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, clone(item)])) as T
  return value
}

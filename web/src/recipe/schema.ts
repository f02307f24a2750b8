// The specification's schema, and walks over it. The form, the defaults and the checks all come from
// contract/spec.schema.json, so a field that is added there appears on the page.

import document from '@contract/spec.schema.json'
import type { Json, JsonObject } from './json'
import { clone, isObject } from './json'

export interface Schema {
  type: 'object' | 'array' | 'integer' | 'string' | 'boolean'
  description?: string
  default?: Json
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  enum?: string[]
  properties?: Record<string, Schema>
  items?: Schema
  required?: string[]
  additionalProperties?: boolean
  'x-unit'?: string
}

export const specSchema = document as unknown as Schema

/** A value that a person sets, with its path: "company.employees". */
export interface Leaf {
  path: string
  schema: Schema
}

export function leaves(schema: Schema = specSchema, path = ''): Leaf[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const place = path === '' ? name : `${path}.${name}`
    return field.type === 'object' ? leaves(field, place) : [{ path: place, schema: field }]
  })
}

/** All fields with their defaults, in the schema's order. */
export function defaults(schema: Schema = specSchema): JsonObject {
  const entries = Object.entries(schema.properties ?? {}).map(([name, field]): [string, Json] => [
    name,
    field.type === 'object' ? defaults(field) : clone(field.default ?? null),
  ])
  return Object.fromEntries(entries)
}

/** `spec` with what it leaves out; what it has beyond the schema stays, for the check to name it. */
export function completed(spec: JsonObject, schema: Schema = specSchema): JsonObject {
  const whole: JsonObject = {}
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const value = spec[name]
    if (field.type === 'object') whole[name] = value === undefined ? defaults(field) : isObject(value) ? completed(value, field) : value
    else whole[name] = clone(value ?? field.default ?? null)
  }
  for (const [name, value] of Object.entries(spec)) if (!(name in whole)) whole[name] = clone(value)
  return whole
}

export function valueAt(spec: JsonObject, path: string): Json | undefined {
  let here: Json | undefined = spec
  for (const name of path.split('.')) here = isObject(here) ? here[name] : undefined
  return here
}

/** A copy of `spec` with `value` at `path`. */
export function withValue(spec: JsonObject, path: string, value: Json): JsonObject {
  const [name = '', ...rest] = path.split('.')
  const inner = spec[name]
  return { ...spec, [name]: rest.length === 0 ? value : withValue(isObject(inner) ? inner : {}, rest.join('.'), value) }
}

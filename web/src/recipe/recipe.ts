// A recipe is all that a job is made from: the specification, and how its mail is put together.

import type { Json, JsonObject } from './json'
import { isObject, parseJson, toJson } from './json'
import { completed, defaults } from './schema'

export const packages = ['objects', 'tar', 'zip', 'mbox'] as const
export const compressions = ['none', 'zstd', 'gzip'] as const
export type Package = (typeof packages)[number]
export type Compression = (typeof compressions)[number]

/** In code points, as the server counts. */
export const kLongestTitle = 200

// The names are those of the order that the server takes.
export interface Recipe {
  title: string
  spec: JsonObject
  package: Package
  compress: Compression
}

/** What a package may be compressed with: single files are not, and a zip deflates. */
export function compressionsOf(form: Package): readonly Compression[] {
  if (form === 'objects') return ['none']
  return form === 'zip' ? ['none', 'gzip'] : compressions
}

export function emptyRecipe(): Recipe {
  return { title: '', spec: defaults(), package: 'tar', compress: 'zstd' }
}

export function withPackage(recipe: Recipe, form: Package): Recipe {
  const possible = compressionsOf(form)
  return { ...recipe, package: form, compress: possible.includes(recipe.compress) ? recipe.compress : possible[possible.length - 1]! }
}

/** Takes a recipe, or a bare specification, which then is packed as by default. Null for anything else. */
export function asRecipe(value: Json): Recipe | null {
  if (!isObject(value)) return null
  const base = emptyRecipe()
  if (!isObject(value.spec)) return 'spec' in value ? null : { ...base, spec: completed(value) }
  const form = packages.find((name) => name === value.package) ?? base.package
  const compress = compressions.find((name) => name === value.compress) ?? base.compress
  const title = typeof value.title === 'string' ? [...value.title].slice(0, kLongestTitle).join('') : ''
  return withPackage({ title, spec: completed(value.spec), package: form, compress }, form)
}

export const recipeJson = (recipe: Recipe, indent = 0): string =>
  toJson({ title: recipe.title, package: recipe.package, compress: recipe.compress, spec: recipe.spec }, indent)

/** The whole recipe as letters that an address may hold (RFC 4648, section 5, without padding). */
export function encodeRecipe(recipe: Recipe): string {
  const octets = new TextEncoder().encode(recipeJson(recipe))
  return btoa(String.fromCharCode(...octets)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Null where the text was cut short or is something else. */
export function decodeRecipe(text: string): Recipe | null {
  try {
    const octets = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
    return asRecipe(parseJson(new TextDecoder('utf-8', { fatal: true }).decode(octets)))
  } catch {
    return null
  }
}

/** The paths at which two specifications differ, with both values. */
export function differences(a: JsonObject, b: JsonObject, path = ''): { path: string; a: Json | undefined; b: Json | undefined }[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((name) => {
    const [left, right] = [a[name], b[name]]
    const place = path === '' ? name : `${path}.${name}`
    if (isObject(left) && isObject(right)) return differences(left, right, place)
    const same = left !== undefined && right !== undefined ? toJson(left) === toJson(right) : left === right
    return same ? [] : [{ path: place, a: left, b: right }]
  })
}

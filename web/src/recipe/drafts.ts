// Recipes that this browser keeps: the one under way, saved with each change, and those that the
// reader saves by name.

import { readStored, writeStored } from '@/storage'
import { isObject, parseJson } from './json'
import { type Recipe, asRecipe, recipeJson } from './recipe'

const kMostDrafts = 20

export interface Draft {
  saved: string // ISO 8601
  recipe: Recipe
}

function parsed(text: string | null) {
  try {
    return text === null ? null : parseJson(text)
  } catch {
    return null
  }
}

export const readCurrent = (): Recipe | null => {
  const value = parsed(readStored('draft'))
  return value === null ? null : asRecipe(value)
}
export const writeCurrent = (recipe: Recipe): boolean => writeStored('draft', recipeJson(recipe))

export function readDrafts(): Draft[] {
  const list = parsed(readStored('drafts'))
  if (!Array.isArray(list)) return []
  return list.flatMap((item) => {
    if (!isObject(item) || typeof item.saved !== 'string') return []
    const recipe = asRecipe(item.recipe ?? null)
    return recipe ? [{ saved: item.saved, recipe }] : []
  })
}

const write = (drafts: Draft[]): Draft[] => {
  const rows = drafts.map(({ saved, recipe }) => `{"saved":${JSON.stringify(saved)},"recipe":${recipeJson(recipe)}}`)
  writeStored('drafts', `[${rows.join(',')}]`)
  return drafts
}

/** The newest first; one of the same title is replaced, and the oldest beyond twenty are dropped. */
export const addDraft = (drafts: Draft[], recipe: Recipe, saved: string): Draft[] =>
  write([{ saved, recipe }, ...drafts.filter((draft) => draft.recipe.title !== recipe.title)].slice(0, kMostDrafts))

export const removeDraft = (drafts: Draft[], title: string): Draft[] => write(drafts.filter((draft) => draft.recipe.title !== title))

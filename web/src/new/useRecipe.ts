// The recipe under way on the page: where it comes from (a link, the last draft, the defaults), its
// mistakes, and its being remembered.

import { computed, ref, shallowRef, watch } from 'vue'
import type { Json } from '@/recipe/json'
import { type Mistake, check } from '@/recipe/check'
import { readCurrent, writeCurrent } from '@/recipe/drafts'
import { type Package, type Recipe, decodeRecipe, emptyRecipe, withPackage } from '@/recipe/recipe'
import { withValue } from '@/recipe/schema'

export function useRecipe(link: string | null) {
  const shared = link === null ? null : decodeRecipe(link)
  const recipe = shallowRef<Recipe>(shared ?? readCurrent() ?? emptyRecipe())
  // What the server found in the recipe as it is now; forgotten with the next change.
  const serverMistakes = ref<Mistake[]>([])
  const remembered = ref(true)

  const ownMistakes = computed(() => check(recipe.value.spec))
  const mistakes = computed(() => {
    const own = new Set(ownMistakes.value.map(({ path }) => path))
    return [...ownMistakes.value, ...serverMistakes.value.filter(({ path }) => !own.has(path))]
  })

  watch(recipe, (value) => {
    serverMistakes.value = []
    remembered.value = writeCurrent(value)
  })

  return {
    recipe,
    mistakes,
    ownMistakes,
    serverMistakes,
    remembered,
    badLink: link !== null && shared === null,
    set: (path: string, value: Json) => (recipe.value = { ...recipe.value, spec: withValue(recipe.value.spec, path, value) }),
    setPackage: (form: Package) => (recipe.value = withPackage(recipe.value, form)),
    change: (part: Partial<Recipe>) => (recipe.value = { ...recipe.value, ...part }),
  }
}

/** The mistakes of a field and of what lies within it: `company.sites[0].city` is one of `company.sites`. */
export const mistakesAt = (mistakes: Mistake[], path: string): Mistake[] =>
  mistakes.filter((mistake) => mistake.path === path || mistake.path.startsWith(`${path}[`) || mistake.path.startsWith(`${path}.`))

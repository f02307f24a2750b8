// Asks for what belongs to the newest input, and shows no answer that an older one gets. Input that
// changes quickly, as under typing hands, is asked for once it rests.

import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { Problem, isAbort } from './problem'

export interface Latest<T> {
  data: Ref<T | null>
  problem: Ref<Problem | null>
  busy: Ref<boolean>
  again: () => void
}

/** `input` gives null where there is nothing to ask for; what was known then stays in sight. */
export function useLatest<I, T>(input: () => I | null, ask: (input: I, signal: AbortSignal) => Promise<T>, rest_ms = 0): Latest<T> {
  const data = shallowRef<T | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let under: AbortController | undefined

  async function run(value: I) {
    const mine = (under = new AbortController())
    try {
      const answer = await ask(value, mine.signal)
      if (mine !== under) return
      data.value = answer
      problem.value = null
    } catch (error) {
      if (mine !== under || isAbort(error)) return
      problem.value = error instanceof Problem ? error : new Problem(String(error), 0)
    }
    busy.value = false
  }

  function begin(value: I | null, wait_ms: number) {
    clearTimeout(timer)
    under?.abort()
    under = undefined
    busy.value = value !== null
    if (value === null) return
    if (wait_ms === 0) void run(value)
    else timer = setTimeout(() => void run(value), wait_ms)
  }

  watch(input, (value, before) => begin(value, before === undefined ? 0 : rest_ms), { immediate: true })
  onScopeDispose(() => begin(null, 0))
  return { data, problem, busy, again: () => begin(input(), 0) }
}

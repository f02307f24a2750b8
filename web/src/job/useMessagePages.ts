// Rows of a long list, loaded a page at a time as they come into sight, a few pages kept.

import { onScopeDispose, shallowRef, triggerRef } from 'vue'

const kMostPages = 40

export interface Page<T> {
  rows: T[]
  total: number
}

export function useMessagePages<T>(page_rows: number, load: (offset: number, limit: number, signal: AbortSignal) => Promise<Page<T>>) {
  // In the order of their last use.
  const pages = shallowRef(new Map<number, T[]>())
  const total = shallowRef<number | null>(null)
  const problem = shallowRef<unknown>(null)
  const under = new Map<number, AbortController>()

  async function fetchPage(number: number) {
    const control = new AbortController()
    under.set(number, control)
    try {
      const page = await load(number * page_rows, page_rows, control.signal)
      if (control.signal.aborted) return
      total.value = page.total
      pages.value.set(number, page.rows)
      if (pages.value.size > kMostPages) pages.value.delete(pages.value.keys().next().value!)
      problem.value = null
      triggerRef(pages)
    } catch (error) {
      if (!control.signal.aborted) problem.value = error
    } finally {
      if (under.get(number) === control) under.delete(number)
    }
  }

  function reset() {
    for (const control of under.values()) control.abort()
    under.clear()
    pages.value = new Map()
    total.value = null
    problem.value = null
  }
  onScopeDispose(reset)

  return {
    total,
    problem,
    reset,
    /** Null while it is not there yet; see want(). */
    row: (index: number): T | null => pages.value.get(Math.floor(index / page_rows))?.[index % page_rows] ?? null,
    /** Loads what lacks of these rows, and lets go of what is asked for elsewhere. */
    want(first: number, count: number) {
      const [from, to] = [Math.floor(first / page_rows), Math.floor((first + Math.max(1, count) - 1) / page_rows)]
      for (const [number, control] of under) if (number < from || number > to) { control.abort(); under.delete(number) }
      for (let number = from; number <= to; number += 1) {
        const rows = pages.value.get(number)
        if (rows) {
          pages.value.delete(number)
          pages.value.set(number, rows)
        } else if (!under.has(number)) void fetchPage(number)
      }
    },
  }
}

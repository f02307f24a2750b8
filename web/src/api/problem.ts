// What went wrong between the page and the server, in the words of the server where it said some.

import type { Mistake } from '@/recipe/check'

export class Problem extends Error {
  constructor(
    message: string,
    /** The HTTP status; 0 where no answer came. */
    readonly status: number,
    readonly mistakes: Mistake[] = [],
  ) {
    super(message)
    this.name = 'Problem'
  }
}

export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

/** From a body of application/problem+json, or from whatever came in its place. */
export function problemOf(status: number, body: unknown, fallback: string): Problem {
  if (typeof body !== 'object' || body === null) return new Problem(fallback, status)
  const { title, detail, errors } = body as { title?: unknown; detail?: unknown; errors?: unknown }
  const mistakes = (Array.isArray(errors) ? errors : []).flatMap((item: { path?: unknown; message?: unknown }): Mistake[] =>
    typeof item?.message === 'string' ? [{ path: typeof item.path === 'string' ? item.path : '', message: item.message }] : [],
  )
  const words = [title, detail].filter((text): text is string => typeof text === 'string' && text !== '')
  return new Problem(words.length > 0 ? words.join(': ') : fallback, status, mistakes)
}

/** Paths of an order lie one step further out than those of the specification within it. */
export const ofSpec = (mistakes: Mistake[]): Mistake[] => mistakes.map(({ path, message }) => ({ path: path.replace(/^spec\.?/, ''), message }))

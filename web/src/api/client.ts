// The one way to the server: typed by the contract, with whole numbers exact, tokens where they
// belong, and every failure a Problem.

import createClient from 'openapi-fetch'
import { type Json, parseJson, toJson } from '@/recipe/json'
import { texts } from '@/texts'
import { Problem, isAbort, problemOf } from './problem'
import type { paths } from './schema'
import { useTokens } from './tokens'

export const kBase = '/api/v1'

const tokens = useTokens()

async function send(request: Request): Promise<Response> {
  if (tokens.page.value !== '' && !request.headers.has('Authorization')) request.headers.set('Authorization', `Bearer ${tokens.page.value}`)
  let response
  try {
    response = await fetch(request)
  } catch (error) {
    if (isAbort(error)) throw error
    throw new Problem(texts.error.offline, 0)
  }
  // The answer key has a token of its own, which is asked for where it is opened.
  if (response.status === 401 && !new URL(request.url).pathname.includes('/truth')) tokens.ask()
  response.json = async () => parseJson(await response.text())
  return response
}

export const client = createClient<paths>({ baseUrl: kBase, fetch: send, bodySerializer: (body) => toJson(body as unknown as Json) })

/** Asked by no page of another site: what changes a state has to carry it. */
export const kCustom = { 'X-Haymaker': '1' }

export const truthHeaders = (): Record<string, string> => (tokens.truth.value === '' ? {} : { Authorization: `Bearer ${tokens.truth.value}` })

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** What the server answered, or a Problem. */
export async function whole<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked
  if (!response.ok) throw problemOf(response.status, error, texts.error.title)
  return data as T
}

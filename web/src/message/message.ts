// A message as the page shows it, made from what the server says of it.

import type { Mark } from './segments'

export interface ShownAttachment {
  name: string
  type: string
  bytes: number
}

export interface ShownMessage {
  key: string // Its uid.
  index: number
  specDigest: string
  subject: string
  headers: { name: string; value: string }[]
  text: string
  html: string | null
  attachments: ShownAttachment[]
  raw: string
  rawAddress: string
}

/** What the answer key says of a message: where, and in which words. */
export interface ShownTruth {
  body: Mark[]
  subject: Mark[]
  notes: { kind: 'true' | 'decoy'; text: string }[]
}

const kShown = ['from', 'to', 'cc', 'date', 'reply-to']

/** The headers that a reader looks at, in the usual order; each once. */
export function mainHeaders(message: ShownMessage): { name: string; value: string }[] {
  return kShown.flatMap((name) => {
    const found = message.headers.find((header) => header.name.toLowerCase() === name)
    return found && found.value.trim() !== '' ? [found] : []
  })
}

/** Who it is from, as a list shows it: the name, or the address of who has none. */
export const displayName = (from: string): string => /^\s*"?(.*?)"?\s*<[^<>]*>$/.exec(from)?.[1] || from

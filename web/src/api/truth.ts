// The answer key: what is planted, for who holds its token.

import { type Mark } from '@/message/segments'
import type { ShownTruth } from '@/message/message'
import { texts } from '@/texts'
import { client, truthHeaders, whole } from './client'

/** A line of labels.jsonl, as far as the page shows it (docs/formats/truth.md). */
export interface Label {
  msg_uid: string
  incident_id: string | null
  scenario: string
  polarity: 'true' | 'decoy' | 'acceptable_alert'
  level?: number
  decoy_class?: string
  role: string
  evasion: string[]
  severity: number
  spans: { zone: 'author' | 'quote' | 'subject'; start: number; end: number; text_norm: string }[]
}

/** A line of incidents.jsonl. */
export interface Incident {
  incident_id: string
  scenario: string
  level: number
  severity: number
  members: string[]
  conversations: number
  actors: string[]
  first_ts: string
  last_ts: string
  narrative: string
}

const note = (label: Label): string => {
  if (label.polarity === 'true') return texts.truth.trueNote(label.scenario, String(label.level ?? ''), texts.truth.roles[label.role] ?? label.role, label.evasion.map((name) => name.replaceAll('_', ' ')))
  return (label.polarity === 'decoy' ? texts.truth.decoyNote : texts.truth.acceptableNote)(label.scenario, label.decoy_class ?? '')
}

export function shownTruth(labels: readonly Label[]): ShownTruth {
  const marks = (subject: boolean): Mark[] =>
    labels.flatMap((label) =>
      label.spans
        .filter(({ zone }) => (zone === 'subject') === subject)
        .map(({ start, end }) => ({ start, end, kind: label.polarity === 'true' ? 'true' : 'decoy', title: note(label) })),
    )
  const notes = new Map(labels.map((label) => [note(label), label.polarity === 'true' ? ('true' as const) : ('decoy' as const)]))
  return { body: marks(false), subject: marks(true), notes: [...notes].map(([text, kind]) => ({ kind, text })) }
}

export async function truthOfPreview(digest: string, index: number, signal: AbortSignal): Promise<ShownTruth> {
  const { labels } = await whole(client.GET('/previews/{digest}/messages/{index}/truth', { params: { path: { digest, index } }, headers: truthHeaders(), signal }))
  return shownTruth(labels as unknown as Label[])
}

export async function truthOfMessage(job: string, index: number, signal: AbortSignal): Promise<ShownTruth> {
  const { labels } = await whole(client.GET('/jobs/{job}/messages/{index}/truth', { params: { path: { job, index } }, headers: truthHeaders(), signal }))
  return shownTruth(labels as unknown as Label[])
}

/** The first message of an incident or a decoy; numbers go round. */
export const findPlanted = (digest: string, kind: 'incident' | 'decoy', number: number) =>
  whole(client.GET('/previews/{digest}/planted/{kind}/{number}', { params: { path: { digest, kind, number } }, headers: truthHeaders() }))

export const truthSummary = (job: string, signal: AbortSignal) =>
  whole(client.GET('/jobs/{job}/truth', { params: { path: { job } }, headers: truthHeaders(), signal }))

const lines = <T>(text: string): T[] => text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as T)

export async function incidentsOf(job: string, signal: AbortSignal): Promise<Incident[]> {
  const text = await whole(client.GET('/jobs/{job}/truth/incidents.jsonl', { params: { path: { job } }, headers: truthHeaders(), parseAs: 'text', signal }))
  return lines<Incident>(text)
}

export const labelsOf = (job: string) =>
  whole(client.GET('/jobs/{job}/truth/labels.jsonl', { params: { path: { job } }, headers: truthHeaders(), parseAs: 'blob' }))

// What the page asks of the server, by name. Types come from the contract (schema.d.ts is generated
// from contract/openapi.yaml); a specification is JSON that the schema describes.

import type { ShownMessage } from '@/message/message'
import type { JsonObject } from '@/recipe/json'
import type { Recipe } from '@/recipe/recipe'
import { client, kBase, kCustom, whole } from './client'
import { shown } from './shown'
import type * as Wire from './schema'

type WithSpec<T> = Omit<T, 'spec'> & { spec: JsonObject }
export type Job = WithSpec<Wire.Job>
export type Preset = WithSpec<Wire.Preset>
export type { Estimate, JobStatus, MessageEntry as MessageRow, Scenario } from './schema'
export type JobState = Wire.State

export const isFinal = (state: JobState): boolean => state === 'COMPLETED' || state === 'FAILED' || state === 'CANCELLED'

export const recipeOf = ({ title, spec, package: form, compress }: Job): Recipe => ({ title, spec, package: form ?? 'objects', compress: compress ?? 'none' })

export const getVersion = () => whole(client.GET('/version'))

export const listPresets = async (signal: AbortSignal): Promise<Preset[]> => (await whole(client.GET('/presets', { signal }))).presets as Preset[]

export const listScenarios = async (signal: AbortSignal) => (await whole(client.GET('/scenarios', { signal }))).scenarios

export const estimateOf = (spec: JsonObject, signal: AbortSignal) =>
  whole(client.POST('/estimate', { params: { header: kCustom }, body: { spec }, signal }))

/** One message of a corpus that need not exist. */
export async function lookAt(spec: JsonObject, index: number, signal: AbortSignal): Promise<ShownMessage> {
  return shown(await whole(client.POST('/preview', { params: { header: kCustom }, body: { spec, index }, signal })))
}

export async function createJob({ title, spec, package: form, compress }: Recipe, key: string): Promise<Job> {
  const order = { title, spec, package: form, compress }
  return (await whole(client.POST('/jobs', { params: { header: { ...kCustom, 'Idempotency-Key': key } }, body: order }))) as Job
}

export async function listJobs(cursor: number | null): Promise<{ jobs: Job[]; next: number | null }> {
  const page = await whole(client.GET('/jobs', { params: { query: cursor === null ? {} : { cursor } } }))
  return { jobs: page.jobs as Job[], next: page.next }
}

export const getJob = async (job: string, signal?: AbortSignal): Promise<Job> =>
  (await whole(client.GET('/jobs/{job}', { params: { path: { job } }, ...(signal ? { signal } : {}) }))) as Job

/** The job as it is, unless it is as it was when it had this tag. */
export async function getJobSince(job: string, etag: string | null): Promise<{ job: Job; etag: string | null } | null> {
  const answer = await client.GET('/jobs/{job}', { params: { path: { job }, header: etag === null ? {} : { 'If-None-Match': etag } } })
  if (answer.response.status === 304) return null
  return { job: (await whole(Promise.resolve(answer))) as Job, etag: answer.response.headers.get('ETag') }
}

export const cancelJob = async (job: string): Promise<Job> =>
  (await whole(client.POST('/jobs/{job}/cancel', { params: { path: { job }, header: kCustom } }))) as Job

export const resumeJob = async (job: string): Promise<Job> =>
  (await whole(client.POST('/jobs/{job}/resume', { params: { path: { job }, header: kCustom } }))) as Job

export const deleteJob = (job: string) => whole(client.DELETE('/jobs/{job}', { params: { path: { job }, header: kCustom } }))

export async function listMessages(job: string, cursor: number, limit: number, signal: AbortSignal) {
  const { messages, total } = await whole(client.GET('/jobs/{job}/messages', { params: { path: { job }, query: { cursor, limit } }, signal }))
  return { rows: messages, total }
}

export const getMessage = async (job: string, index: number, signal: AbortSignal): Promise<ShownMessage> =>
  shown(await whole(client.GET('/jobs/{job}/messages/{index}', { params: { path: { job, index } }, signal })))

/** Where the message of this uid stands in the corpus. */
export async function findMessage(job: string, uid: string): Promise<number> {
  const { messages } = await whole(client.GET('/jobs/{job}/messages', { params: { path: { job }, query: { uid } } }))
  return messages[0]!.index
}

export const downloadAddress = (job: string): string => `${kBase}/jobs/${encodeURIComponent(job)}/download`

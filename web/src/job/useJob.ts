// One job, live: its record, its newest status, and the recent history of its rate.

import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { type Job, type JobStatus, getJob, getJobSince, isFinal } from '@/api/haymaker'
import { Problem } from '@/api/problem'
import { useFeed } from '@/live/useFeed'
import { newer } from './newer'

const kHistory = 90

export function useJob(id: string, ended: (job: Job) => void) {
  const job = shallowRef<Job | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const rates = shallowRef<number[]>([])
  const busy = ref(false)
  let etag: string | null = null
  const { subscribe } = useFeed()

  function take(status: JobStatus) {
    const before = job.value
    if (!before || !newer(status, before.status)) return
    if (status.state === 'RUNNING' && status.updated !== before.status.updated) rates.value = [...rates.value, status.rate].slice(-kHistory)
    job.value = { ...before, status }
    if (isFinal(status.state) && !isFinal(before.status.state)) {
      // The record has the digest now.
      void load().then(() => { if (job.value) ended(job.value) })
    }
  }

  async function load(): Promise<boolean> {
    try {
      job.value = await getJob(id)
      problem.value = null
      return true
    } catch (error) {
      problem.value = error instanceof Problem ? error : new Problem(String(error), 0)
      return problem.value.status !== 0
    }
  }

  async function refresh(): Promise<boolean> {
    if (!job.value) return load()
    try {
      const answer = await getJobSince(id, etag)
      if (answer) {
        etag = answer.etag
        take(answer.job.status)
      }
      return true
    } catch (error) {
      if (error instanceof Problem && error.status === 404) problem.value = error
      return !(error instanceof Problem && error.status === 0)
    }
  }

  /** An action that changes the job, such as cancel: its answer is the record as it is now. */
  async function act(action: (id: string) => Promise<Job>): Promise<string> {
    busy.value = true
    try {
      const answer = await action(id)
      if (job.value && isFinal(job.value.status.state) && !isFinal(answer.status.state)) rates.value = []
      job.value = answer
      return ''
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    } finally {
      busy.value = false
    }
  }

  onScopeDispose(subscribe({ refresh, hear: (event) => { if (event.job === id) take(event.status) } }))
  void load()

  return { job, problem, rates, busy, act, load, final: computed(() => job.value !== null && isFinal(job.value.status.state)) }
}

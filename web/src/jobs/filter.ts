// Which jobs of a list a reader looks for.

import type { Job, JobState } from '@/api/haymaker'
import { toJson } from '@/recipe/json'

export function filtered(jobs: readonly Job[], words: string, state: JobState | null): Job[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return jobs.filter((job) => {
    if (state !== null && job.status.state !== state) return false
    if (wanted.length === 0) return true
    const text = `${job.title} ${job.id} ${job.package} ${job.compress} ${toJson(job.spec)}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

/** Seconds from the start of this attempt to its last word, between whole ones: half of one for none. */
export function elapsed(job: Job): number | null {
  const { started, updated } = job.status
  const [from, to] = [Date.parse(started ?? ''), Date.parse(updated ?? '')]
  return Number.isFinite(from) && Number.isFinite(to) && from > 0 ? Math.max(0.5, (to - from) / 1000) : null
}

// The list of jobs, newest first, kept up to date by the feed; older ones are loaded on request.

import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { type Job, listJobs } from '@/api/haymaker'
import { Problem } from '@/api/problem'
import { useFeed } from '@/live/useFeed'

export function useJobs() {
  const jobs = shallowRef<Job[] | null>(null)
  const next = ref<number | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  const { subscribe } = useFeed()

  async function refresh(): Promise<boolean> {
    try {
      const page = await listJobs(null)
      // What was loaded beyond the first page stays below it.
      const fresh = new Set(page.jobs.map(({ id }) => id))
      const oldest = page.jobs.at(-1)
      const older = page.next === null || !oldest ? [] : (jobs.value ?? []).filter((job) => !fresh.has(job.id) && job.created <= oldest.created)
      if (older.length === 0) next.value = page.next
      jobs.value = [...page.jobs, ...older]
      problem.value = null
      return true
    } catch (error) {
      problem.value = error instanceof Problem ? error : new Problem(String(error), 0)
      return problem.value.status !== 0
    }
  }

  async function more() {
    if (next.value === null || busy.value) return
    busy.value = true
    try {
      const page = await listJobs(next.value)
      const known = new Set(jobs.value?.map(({ id }) => id))
      jobs.value = [...(jobs.value ?? []), ...page.jobs.filter(({ id }) => !known.has(id))]
      next.value = page.next
    } catch (error) {
      problem.value = error instanceof Problem ? error : new Problem(String(error), 0)
    } finally {
      busy.value = false
    }
  }

  onScopeDispose(
    subscribe({
      refresh,
      hear({ job: id, change, status }) {
        if (change === 'deleted') jobs.value = jobs.value?.filter((job) => job.id !== id) ?? null
        else if (jobs.value?.some((job) => job.id === id)) jobs.value = jobs.value.map((job) => (job.id === id ? { ...job, status } : job))
        else void refresh()
      },
    }),
  )
  void refresh()

  return { jobs, problem, busy, hasMore: computed(() => next.value !== null), more, refresh }
}

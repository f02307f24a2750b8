// News travel by two ways, a socket and questions, and may overtake each other.

import { type JobStatus, isFinal } from '@/api/haymaker'

/** Whether `next` is later than `now`. A later attempt begins anew; within one, work only grows. */
export function newer(next: JobStatus, now: JobStatus): boolean {
  if (next.attempt !== now.attempt) return next.attempt > now.attempt
  if (isFinal(now.state)) return false
  if (isFinal(next.state)) return true
  return next.messages_done >= now.messages_done
}

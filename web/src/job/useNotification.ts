// The browser's own notification at the end of a job, for who asked for it and looks elsewhere.

import { ref } from 'vue'
import type { Job } from '@/api/haymaker'
import { bytes, whole } from '@/format/numbers'
import { texts } from '@/texts'

const possible = 'Notification' in globalThis
// For all jobs of this visit: who asked once is told of each that they watch.
const wanted = ref(possible && Notification.permission === 'granted')
const refused = ref(possible && Notification.permission === 'denied')

export function useNotification() {
  return {
    possible,
    wanted,
    refused,
    async ask() {
      const answer = await Notification.requestPermission()
      wanted.value = answer === 'granted'
      refused.value = answer === 'denied'
    },
    tell(job: Job) {
      const { state, messages_done, bytes: written, error } = job.status
      if (!possible || !wanted.value || Notification.permission !== 'granted') return
      const name = job.title || texts.new.unnamed
      const title = state === 'COMPLETED' ? texts.notification.completed(name) : state === 'FAILED' ? texts.notification.failed(name) : texts.notification.cancelled(name)
      const body = state === 'FAILED' ? (error ?? '') : `${texts.job.of(whole(messages_done), whole(job.status.messages_total))}, ${bytes(written)}`
      // A tag replaces what an earlier attempt said of the same job.
      const notification = new Notification(title, { body, tag: job.id })
      notification.onclick = () => window.focus()
    },
  }
}

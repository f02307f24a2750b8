// The one feed of the page. It runs while some part of the page listens.

import { readonly, ref } from 'vue'
import { openEvents, readEvent } from '@/api/events'
import type { JobEvent } from '@/api/schema'
import { readStored, writeStored } from '@/storage'
import { Feed, type LiveState, type Subscriber } from './feed'

const state = ref<LiveState>('connecting')
const active = ref(0)
const pollingOnly = ref(readStored('polling') === 'yes')

const feed = new Feed<JobEvent>(
  openEvents,
  readEvent,
  (now) => (state.value = now),
  pollingOnly.value,
)

const wake = () => { if (document.visibilityState === 'visible') feed.wake() }
addEventListener('online', wake)
document.addEventListener('visibilitychange', wake)

export function useFeed() {
  return {
    state: readonly(state),
    active: readonly(active),
    pollingOnly: readonly(pollingOnly),
    subscribe(subscriber: Subscriber<JobEvent>): () => void {
      active.value += 1
      const leave = feed.subscribe(subscriber)
      return () => {
        active.value -= 1
        leave()
      }
    },
    choosePolling(on: boolean) {
      pollingOnly.value = on
      writeStored('polling', on ? 'yes' : null)
      feed.setPollingOnly(on)
    },
  }
}

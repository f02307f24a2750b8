// The WebSocket of the server as the feed takes it: a ticket first, where the server asks for a token.

import type { Socket } from '@/live/feed'
import { client, kBase, kCustom, whole } from './client'
import type * as Wire from './schema'
import { useTokens } from './tokens'

const { page } = useTokens()

export function readEvent(data: unknown): Wire.JobEvent | 'resync' | null {
  if (typeof data !== 'string') return null
  try {
    const event = JSON.parse(data) as Wire.JobEvent | Wire.ResyncEvent
    return event.type === 'resync' ? 'resync' : event.type === 'job' ? event : null
  } catch {
    return null
  }
}

class EventSocket implements Socket {
  onopen: (() => void) | null = null
  onmessage: ((message: { data: unknown }) => void) | null = null
  onclose: (() => void) | null = null
  private socket: WebSocket | null = null
  private closed = false

  constructor() {
    void this.connect()
  }

  close() {
    this.closed = true
    this.socket?.close()
  }

  private async connect() {
    const address = new URL(`${kBase}/events`, location.href)
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
    try {
      if (page.value !== '') address.searchParams.set('ticket', (await whole(client.POST('/events/tickets', { params: { header: kCustom } }))).ticket)
      if (this.closed) return
      this.socket = new WebSocket(address)
    } catch {
      return void this.onclose?.()
    }
    this.socket.onopen = () => this.onopen?.()
    this.socket.onmessage = (message) => this.onmessage?.(message)
    this.socket.onclose = () => this.onclose?.()
  }
}

export const openEvents = (): Socket => new EventSocket()

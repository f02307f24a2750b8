// News of jobs: by WebSocket where one holds, by asking again and again where none does.
//
//                 opens                        closes, fails
//   connecting ----------> live -------------------------------+
//       |                   ^                                   |
//       | fails             | opens                             v
//       +---------------> polling  <--- an answer --- --->  offline
//                           (tries the socket again now and then)
//
// Whatever happens, nothing is missed: each time the socket opens, and each time the page comes back
// from sleep, every subscriber is asked to look for itself, too.

export type LiveState = 'connecting' | 'live' | 'polling' | 'offline'

export interface Subscriber<Event> {
  hear: (event: Event) => void
  /** Looks for itself; false where the server cannot be reached. Must not throw. */
  refresh: () => Promise<boolean>
}

/** What the feed needs of a WebSocket. */
export interface Socket {
  onopen: (() => void) | null
  onmessage: ((message: { data: unknown }) => void) | null
  onclose: (() => void) | null
  close: () => void
}

const kPoll_ms = 2_000
const kLongestPoll_ms = 30_000
const kFirstRetry_ms = 5_000
const kLongestRetry_ms = 60_000
const kOpening_ms = 8_000

export class Feed<Event> {
  state: LiveState = 'connecting'
  private readonly subscribers = new Set<Subscriber<Event>>()
  private socket: Socket | null = null
  private polling: ReturnType<typeof setTimeout> | undefined
  private retrying: ReturnType<typeof setTimeout> | undefined
  private opening: ReturnType<typeof setTimeout> | undefined
  private poll_ms = kPoll_ms
  private retry_ms = kFirstRetry_ms

  constructor(
    private readonly open: () => Socket,
    /** Null for what is not understood; `resync` where the server had more to say than was taken. */
    private readonly read: (data: unknown) => Event | 'resync' | null,
    private readonly changed: (state: LiveState) => void,
    private pollingOnly = false,
  ) {}

  subscribe(subscriber: Subscriber<Event>): () => void {
    this.subscribers.add(subscriber)
    if (this.subscribers.size === 1) this.start()
    return () => {
      this.subscribers.delete(subscriber)
      if (this.subscribers.size === 0) this.stop()
    }
  }

  /** The reader's choice. */
  setPollingOnly(on: boolean): void {
    this.pollingOnly = on
    if (this.subscribers.size === 0) return
    this.stop()
    this.start()
  }

  /** After sleep, or when the network came back: whatever was waited for is done now. */
  wake(): void {
    if (this.subscribers.size === 0) return
    this.retry_ms = kFirstRetry_ms
    if (this.socket === null && !this.pollingOnly) this.connect()
    this.schedulePoll(0)
  }

  private start(): void {
    this.poll_ms = kPoll_ms
    this.retry_ms = kFirstRetry_ms
    if (this.pollingOnly) {
      this.become('polling')
      this.schedulePoll(0)
    } else {
      this.become('connecting')
      this.connect()
    }
  }

  private stop(): void {
    clearTimeout(this.polling)
    clearTimeout(this.retrying)
    this.drop()
  }

  private drop(): void {
    clearTimeout(this.opening)
    const socket = this.socket
    this.socket = null
    if (!socket) return
    socket.onopen = socket.onmessage = socket.onclose = null
    socket.close()
  }

  private connect(): void {
    clearTimeout(this.retrying)
    this.drop()
    let socket: Socket
    try {
      socket = this.open()
    } catch {
      return this.lost()
    }
    this.socket = socket
    // A proxy may hold a connection without ever answering.
    this.opening = setTimeout(() => this.lost(), kOpening_ms)
    socket.onopen = () => {
      clearTimeout(this.opening)
      this.retry_ms = kFirstRetry_ms
      this.become('live')
      void this.refreshAll()
    }
    socket.onmessage = ({ data }) => {
      const event = this.read(data)
      if (event === 'resync') void this.refreshAll()
      else if (event !== null) for (const subscriber of [...this.subscribers]) subscriber.hear(event)
    }
    socket.onclose = () => this.lost()
  }

  private lost(): void {
    this.drop()
    if (this.state !== 'offline') this.become('polling')
    this.schedulePoll(0)
    this.retrying = setTimeout(() => this.connect(), this.retry_ms)
    this.retry_ms = Math.min(this.retry_ms * 2, kLongestRetry_ms)
  }

  private schedulePoll(wait_ms: number): void {
    clearTimeout(this.polling)
    this.polling = setTimeout(() => void this.poll(), wait_ms)
  }

  private async poll(): Promise<void> {
    const reached = await this.refreshAll()
    if (this.state === 'live' || this.subscribers.size === 0) return
    if (this.state !== 'connecting' || !reached) this.become(reached ? 'polling' : 'offline')
    this.poll_ms = reached ? kPoll_ms : Math.min(this.poll_ms * 2, kLongestPoll_ms)
    this.schedulePoll(this.poll_ms)
  }

  private async refreshAll(): Promise<boolean> {
    const answers = await Promise.all([...this.subscribers].map((subscriber) => subscriber.refresh()))
    return answers.every(Boolean)
  }

  private become(state: LiveState): void {
    if (state === this.state) return
    this.state = state
    this.changed(state)
  }
}

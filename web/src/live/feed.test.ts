import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Feed, type LiveState, type Socket } from './feed'

class Wire implements Socket {
  onopen: (() => void) | null = null
  onmessage: ((message: { data: unknown }) => void) | null = null
  onclose: (() => void) | null = null
  closed = false
  close() {
    this.closed = true
  }
}

function setUp({ pollingOnly = false, reachable = true } = {}) {
  const wires: Wire[] = []
  const states: LiveState[] = []
  const heard: string[] = []
  const world = { reachable, refreshed: 0 }
  const feed = new Feed<string>(
    () => (wires.push(new Wire()), wires.at(-1)!),
    (data) => (typeof data === 'string' ? data : null),
    (state) => states.push(state),
    pollingOnly,
  )
  const leave = feed.subscribe({
    hear: (event) => heard.push(event),
    refresh: () => ((world.refreshed += 1), Promise.resolve(world.reachable)),
  })
  return { feed, wires, states, heard, world, leave }
}

describe('the feed of news', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

  it('passes on what the socket says, and looks for itself once it opens', async () => {
    const { wires, states, heard, world } = setUp()
    wires[0]!.onopen!()
    wires[0]!.onmessage!({ data: 'news' })
    wires[0]!.onmessage!({ data: new ArrayBuffer(1) })
    await vi.advanceTimersByTimeAsync(60_000)
    expect([heard, states, world.refreshed]).toEqual([['news'], ['live'], 1])
  })

  it('looks for itself when the server had more to say than the page took', async () => {
    const { wires, heard, world } = setUp()
    wires[0]!.onopen!()
    wires[0]!.onmessage!({ data: 'resync' })
    await vi.advanceTimersByTimeAsync(1)
    expect([heard, world.refreshed]).toEqual([[], 2])
  })

  it('polls every two seconds while the socket is blocked, and tries it again ever more rarely', async () => {
    const { wires, states, world } = setUp()
    wires[0]!.onclose!()
    await vi.advanceTimersByTimeAsync(4_500)
    expect([states, world.refreshed]).toEqual([['polling'], 3])
    await vi.advanceTimersByTimeAsync(500)
    expect(wires).toHaveLength(2)
    wires[1]!.onclose!()
    await vi.advanceTimersByTimeAsync(9_000)
    expect(wires).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(wires).toHaveLength(3)
  })

  it('stops polling when the socket holds again', async () => {
    const { wires, world, states } = setUp()
    wires[0]!.onclose!()
    await vi.advanceTimersByTimeAsync(5_000)
    wires[1]!.onopen!()
    await vi.advanceTimersByTimeAsync(2_000)
    const before = world.refreshed
    await vi.advanceTimersByTimeAsync(60_000)
    expect([world.refreshed, states]).toEqual([before, ['polling', 'live']])
  })

  it('takes a socket that never answers for blocked', async () => {
    const { wires, states } = setUp()
    await vi.advanceTimersByTimeAsync(8_000)
    expect([states, wires[0]!.closed]).toEqual([['polling'], true])
  })

  it('says when the server is gone, asks more rarely, and comes back by itself', async () => {
    const { wires, states, world } = setUp({ reachable: false })
    wires[0]!.onclose!()
    await vi.advanceTimersByTimeAsync(100)
    expect(states).toEqual(['polling', 'offline'])
    await vi.advanceTimersByTimeAsync(64_900)
    expect(world.refreshed).toBeLessThan(8)
    world.reachable = true
    await vi.advanceTimersByTimeAsync(30_000)
    expect(states.at(-1)).toBe('polling')
  })

  it('opens no socket for who chose to poll, until they choose otherwise', async () => {
    const { feed, wires, world, states } = setUp({ pollingOnly: true })
    await vi.advanceTimersByTimeAsync(10_000)
    expect([wires.length, world.refreshed, states]).toEqual([0, 6, ['polling']])
    feed.setPollingOnly(false)
    expect(wires).toHaveLength(1)
  })

  it('looks at once when the page wakes', async () => {
    const { feed, wires, world } = setUp()
    wires[0]!.onclose!()
    await vi.advanceTimersByTimeAsync(1)
    feed.wake()
    await vi.advanceTimersByTimeAsync(1)
    expect([world.refreshed, wires.length]).toEqual([2, 2])
  })

  it('is silent once nobody listens', async () => {
    const { wires, world, leave } = setUp()
    wires[0]!.onopen!()
    leave()
    expect(wires[0]!.closed).toBe(true)
    const before = world.refreshed
    await vi.advanceTimersByTimeAsync(120_000)
    expect([world.refreshed, wires.length]).toEqual([before, 1])
  })
})

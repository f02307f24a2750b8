import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { Problem } from './problem'
import { type Latest, useLatest } from './useLatest'

function setUp() {
  const input = ref<number | null>(1)
  const asked: { value: number; answer: (text: string) => void; fail: (error: unknown) => void; signal: AbortSignal }[] = []
  const scope = effectScope()
  const latest: Latest<string> = scope.run(() =>
    useLatest(() => input.value, (value, signal) => new Promise<string>((answer, fail) => asked.push({ value, answer, fail, signal })), 300))!
  const set = async (value: number | null) => {
    input.value = value
    await nextTick()
  }
  return { set, asked, scope, ...latest }
}

describe('what belongs to the newest input', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

  it('is asked for at once at first, and after a rest later', async () => {
    const { set, asked } = setUp()
    expect(asked).toHaveLength(1)
    await set(2)
    await set(3)
    expect(asked).toHaveLength(1)
    vi.advanceTimersByTime(300)
    expect(asked.map(({ value }) => value)).toEqual([1, 3])
  })

  it('is never replaced by the answer to an older one', async () => {
    const { set, asked, data } = setUp()
    await set(2)
    vi.advanceTimersByTime(300)
    expect(asked[0]!.signal.aborted).toBe(true)
    asked[1]!.answer('new')
    await vi.runAllTimersAsync()
    asked[0]!.answer('old')
    await vi.runAllTimersAsync()
    expect(data.value).toBe('new')
  })

  it('stays in sight while there is nothing to ask for, and when an answer fails', async () => {
    const { set, asked, data, problem, busy } = setUp()
    asked[0]!.answer('one')
    await vi.runAllTimersAsync()
    await set(null)
    expect([data.value, busy.value]).toEqual(['one', false])
    await set(2)
    vi.advanceTimersByTime(300)
    asked[1]!.fail(new Problem('full', 507))
    await vi.runAllTimersAsync()
    expect([data.value, problem.value?.message, busy.value]).toEqual(['one', 'full', false])
  })

  it('is given up with the page', () => {
    const { asked, scope } = setUp()
    scope.stop()
    expect(asked[0]!.signal.aborted).toBe(true)
  })
})

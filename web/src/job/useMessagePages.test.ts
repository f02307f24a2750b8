import { describe, expect, it } from 'vitest'
import { effectScope } from 'vue'
import { useMessagePages } from './useMessagePages'

function setUp(total = 1_000_000) {
  const asked: number[] = []
  const scope = effectScope()
  const pages = scope.run(() =>
    useMessagePages<number>(100, (offset, limit, signal) => {
      asked.push(offset)
      const rows = Array.from({ length: limit }, (_, at) => offset + at)
      return new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')))
        queueMicrotask(() => resolve({ rows, total }))
      })
    }))!
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  return { ...pages, asked, settled, scope }
}

describe('pages of messages', () => {
  it('are loaded for the rows in sight, each once', async () => {
    const { want, row, total, asked, settled } = setUp()
    want(150, 100)
    want(160, 100)
    await settled()
    want(170, 100)
    expect([asked, row(150), row(249), row(99), total.value]).toEqual([[100, 200], 150, 249, null, 1_000_000])
  })

  it('are given up when the reader has scrolled on before they came', async () => {
    const { want, row, settled } = setUp()
    want(0, 10)
    want(5000, 10)
    await settled()
    expect([row(0), row(5000)]).toEqual([null, 5000])
  })

  it('are kept, but not all of them', async () => {
    const { want, row, settled } = setUp()
    for (let page = 0; page < 60; page += 1) {
      want(page * 100, 100)
      await settled()
    }
    expect([row(5900), row(2000), row(1900)]).toEqual([5900, 2000, null])
  })
})

import { describe, expect, it } from 'vitest'
import type { JobStatus } from '@/api/haymaker'
import { newer } from './newer'

const status = (state: JobStatus['state'], messages_done: number, attempt = 1): JobStatus => ({
  state, messages_done, attempt, messages_total: 100, bytes: 0, rate: 0, eta_s: null, started: '', updated: '', shards_done: 0, shards_total: 1, error: null,
})

describe('news of a job', () => {
  it('are taken while work grows', () => expect(newer(status('RUNNING', 20), status('RUNNING', 10))).toBe(true))
  it('are dropped when they come late', () => expect(newer(status('RUNNING', 10), status('RUNNING', 20))).toBe(false))
  it('never undo an end', () => expect(newer(status('RUNNING', 99), status('COMPLETED', 100))).toBe(false))
  it('end with the last word, whatever was done', () => expect(newer(status('CANCELLED', 5), status('RUNNING', 50))).toBe(true))
  it('begin anew with the next attempt', () => {
    expect(newer(status('RUNNING', 0, 2), status('CANCELLED', 50, 1))).toBe(true)
    expect(newer(status('RUNNING', 90, 1), status('RUNNING', 0, 2))).toBe(false)
  })
})

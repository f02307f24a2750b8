// A `haymaker serve` of one's own: on a free port of the loopback, with a data directory that goes
// with it.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const binary = process.env.HAYMAKER ?? fileURLToPath(new URL('../../build/release/bin/haymaker', import.meta.url))

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((ready) => probe.once('listening', ready))
  const { port } = probe.address()
  await new Promise((closed) => probe.close(closed))
  return port
}

export class Service {
  /** With `options` of `haymaker serve` beyond those that every service here has. */
  static async start(...options) {
    const service = new Service()
    service.options = options
    service.data = await mkdtemp(join(tmpdir(), 'haymaker-web-'))
    service.port = await freePort()
    service.url = `http://127.0.0.1:${service.port}`
    await service.run()
    return service
  }

  async run() {
    this.output = ''
    this.process = spawn(binary, ['serve', '--port', String(this.port), '--data', this.data, ...this.options], { stdio: ['ignore', 'pipe', 'pipe'] })
    this.gone = new Promise((gone) => this.process.once('exit', gone))
    for (const stream of [this.process.stdout, this.process.stderr]) stream.on('data', (text) => (this.output += text))
    const deadline = Date.now() + 60_000
    for (;;) {
      const answer = await fetch(`${this.url}/api/v1/health`).catch(() => null)
      if (answer?.ok) return
      if (this.process.exitCode !== null || Date.now() > deadline) throw new Error(`haymaker serve did not start:\n${this.output}`)
      await new Promise((later) => setTimeout(later, 50))
    }
  }

  /** As it was printed when the server started. */
  get truthToken() {
    return /truth token\s+(\S+)/.exec(this.output)?.[1] ?? assert.fail(`no truth token in:\n${this.output}`)
  }

  async kill(signal) {
    this.process.kill(signal)
    await this.gone
  }

  async stop() {
    await this.kill('SIGTERM')
    await rm(this.data, { recursive: true, force: true })
  }
}

export { binary }

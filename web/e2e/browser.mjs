// Debian's Chromium, and pages that report what must not happen: errors, breaches of the page's
// policy, requests to anybody else.

import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const shots = process.env.HAYMAKER_SCREENSHOTS

export function launch() {
  return chromium.launch({
    executablePath: process.env.HAYMAKER_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
}

// What the browser says of a status that a test provokes is no error of the page.
const expected = /Failed to load resource/

export async function open(browser, origin, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true, ...options })
  const page = await context.newPage()
  const wrong = []
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`))
  page.on('console', (message) => { if (message.type() === 'error' && !expected.test(message.text())) wrong.push(`console: ${message.text()}`) })
  page.on('request', (request) => { if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(origin)) wrong.push(`foreign request: ${request.url()}`) })
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))
  })
  // Generous, for machines with other work: what does not come never comes.
  page.setDefaultTimeout(60_000)
  return {
    page,
    context,
    assertClean: () => assert.deepEqual(wrong, []),
    /** Where a test provokes what the browser then reports, and blocks. */
    assertAlone: () => assert.deepEqual(wrong.filter((line) => line.startsWith('foreign')), []),
  }
}

/** Serious findings of axe on the page as it is. The policy of the page forbids no test to look. */
export async function seriousFindings(page) {
  const { readFile } = await import('node:fs/promises')
  await page.evaluate(await readFile(axe, 'utf8'))
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).slice(0, 3).join('; ')}`)
}

export async function shoot(page, name) {
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: `${shots}/${name}.png` })
}

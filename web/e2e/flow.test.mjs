// What a user does on the first day: from a preset to a verified download.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { launch, open, seriousFindings, shoot } from './browser.mjs'
import { Service, binary } from './serve.mjs'

describe('the first day', () => {
  let service, browser, at
  before(async () => {
    service = await Service.start()
    browser = await launch()
    at = await open(browser, service.url, { permissions: ['notifications', 'clipboard-read', 'clipboard-write'] })
    // What the browser would put on the screen, kept to be looked at.
    await at.page.addInitScript(() => {
      globalThis.told = []
      globalThis.Notification = class extends EventTarget {
        static permission = 'granted'
        static requestPermission = async () => 'granted'
        constructor(title, options) {
          super()
          globalThis.told.push({ title, ...options })
        }
      }
    })
  })
  after(async () => {
    await browser?.close()
    await service?.stop()
  })

  const field = (path) => at.page.locator(`[data-path="${path}"] input`).first()

  it('begins with presets, a sample and an estimate', async () => {
    const { page } = at
    await page.goto(service.url)
    await page.getByRole('button', { name: /Realistic quarter/ }).click()
    assert.equal(await field('count').inputValue(), '100,000')
    await page.getByText('Measured on').waitFor()
    await page.locator('.message-subject').waitFor()
    await shoot(page, 'new-1440')
  })

  it('takes changes, and shows the sample that they make', async () => {
    const { page } = at
    await field('count').fill('20k')
    await field('company.name').fill('Harbour & Vale')
    await field('company.domain').fill('harbourvale.example')
    await page.getByText(/harbourvale\.example/).first().waitFor()
    await page.getByRole('button', { name: 'Next message' }).click()
    await page.getByText('2 of 20,000').waitFor()
    await page.getByRole('tab', { name: 'Raw' }).click()
    await page.getByText('MIME-Version: 1.0').first().waitFor()
    const facts = page.getByRole('region', { name: 'Estimate' })
    await facts.getByText('20,000').first().waitFor()
  })

  it('keeps the draft, and a link carries the recipe to somebody else', async () => {
    const { page } = at
    await page.getByLabel('Name of the job').fill('First pilot')
    await page.reload()
    assert.equal(await page.getByLabel('Name of the job').inputValue(), 'First pilot')
    assert.equal(await field('company.name').inputValue(), 'Harbour & Vale')
    await page.getByRole('button', { name: 'Copy link' }).click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    const other = await open(browser, service.url)
    await other.page.goto(link)
    await other.page.getByText('This recipe came with the link').waitFor()
    assert.equal(await other.page.locator('[data-path="company.domain"] input').inputValue(), 'harbourvale.example')
    other.assertClean()
    await other.context.close()
  })

  it('generates with live progress, and tells at the end', async () => {
    const { page } = at
    const socket = page.waitForEvent('websocket')
    await page.getByRole('button', { name: 'Generate 20,000 messages' }).click()
    await page.getByRole('heading', { name: 'First pilot' }).waitFor()
    assert.match((await socket).url(), /\/api\/v1\/events/)
    await page.locator('.live-state.live').waitFor()
    await page.waitForFunction(() => Number(document.querySelector('progress')?.value) > 0)
    await shoot(page, 'job-running-1440')
    await page.getByText('Completed').waitFor({ timeout: 180_000 })
    await page.getByRole('heading', { name: 'Result' }).waitFor()
    assert.match(await page.title(), /^Completed: First pilot/)
    assert.deepEqual((await page.evaluate(() => globalThis.told)).map(({ title }) => title), ['First pilot is complete'])
    await shoot(page, 'job-result-1440')
  })

  it('lets the mail be read, from the first message to the last', async () => {
    const { page } = at
    await page.getByRole('tab', { name: 'Messages' }).click()
    const list = page.getByRole('listbox')
    await list.getByRole('option').first().click()
    await page.locator('.mail-pane .message-subject').waitFor()
    await list.press('End')
    await page.getByText('20,000 of 20,000', { exact: true }).waitFor()
    await page.locator('#mail-row-19999 .mail-from').waitFor()
    assert.ok((await list.getByRole('option').count()) < 60)
    await shoot(page, 'job-messages-1440')
  })

  it('shows the answer key only after a deliberate step, with its own token', async () => {
    const { page } = at
    await page.getByRole('tab', { name: 'Answer key' }).click()
    await page.getByText('The answer key is sealed').waitFor()
    await page.getByRole('button', { name: 'Open the answer key' }).click()
    await page.getByLabel('Token for the answer key').fill('not-the-token')
    await page.getByRole('button', { name: 'I examine the system' }).click()
    await page.getByText('The server refused this token').waitFor()
    await page.getByRole('button', { name: 'Open the answer key' }).click()
    await page.getByLabel('Token for the answer key').fill(service.truthToken)
    await page.getByRole('button', { name: 'I examine the system' }).click()
    await page.getByRole('rowheader', { name: 'I0', exact: true }).waitFor()
    await shoot(page, 'job-truth-1440')
    await page.getByRole('button', { name: /^Read [0-9a-f]{16}$/ }).first().click()
    await page.locator('.mail-pane mark').first().waitFor()
    await page.locator('.mail-row[aria-selected="true"]').waitFor()
    await shoot(page, 'job-marked-1440')
  })

  it('downloads what `haymaker verify` accepts', async () => {
    const { page } = at
    await page.getByRole('tab', { name: 'Result' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download the corpus' }).click()])
    const place = mkdtempSync(join(tmpdir(), 'haymaker-download-'))
    try {
      await download.saveAs(join(place, 'corpus.tar'))
      execFileSync('tar', ['-xf', 'corpus.tar'], { cwd: place })
      const [folder] = readdirSync(place).filter((name) => name !== 'corpus.tar')
      const said = execFileSync(binary, ['verify', join(place, folder)], { encoding: 'utf8' })
      assert.match(said, /20,?000/)
    } finally {
      rmSync(place, { recursive: true })
    }
  })

  it('finds the job in the history, and clones, compares and deletes it', async () => {
    const { page } = at
    await page.getByRole('link', { name: 'Jobs', exact: true }).click()
    await page.getByRole('button', { name: 'Run again: First pilot' }).click()
    await page.getByRole('heading', { name: 'First pilot' }).waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('The job was cancelled').waitFor()
    await page.getByRole('button', { name: 'Resume' }).click()
    await page.getByRole('heading', { name: 'Result' }).waitFor({ timeout: 180_000 })
    await page.getByRole('link', { name: 'Jobs', exact: true }).click()
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await shoot(page, 'jobs-1440')
    await page.getByRole('link', { name: 'Compare' }).click()
    await page.getByText('The two recipes are equal').waitFor()
    await page.getByRole('link', { name: 'Back to the jobs' }).click()
    await page.getByRole('button', { name: 'Delete: First pilot' }).first().click()
    await page.getByRole('button', { name: 'Delete for good' }).click()
    await page.waitForFunction(() => document.querySelectorAll('.job-row').length === 1)
    await page.getByRole('searchbox').fill('nothing like it')
    await page.getByText('No job matches').waitFor()
    await page.getByRole('button', { name: 'Clear the search' }).click()
    await page.getByRole('button', { name: 'Clone: First pilot' }).click()
    assert.equal(await field('company.name').inputValue(), 'Harbour & Vale')
  })

  it('has broken no policy, thrown no error and asked nobody else', () => at.assertClean())
})

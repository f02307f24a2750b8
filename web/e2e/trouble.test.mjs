// What goes wrong, and what the page does about it.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { launch, open } from './browser.mjs'
import { Service } from './serve.mjs'

describe('when something is wrong', () => {
  let service, browser
  before(async () => {
    service = await Service.start()
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    await service?.stop()
  })

  async function order(count, title) {
    const answer = await fetch(`${service.url}/api/v1/jobs`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Haymaker': '1' },
      body: JSON.stringify({ title, preset: 'smoke', count, seed: 7, package: 'tar' }),
    })
    assert.equal(answer.status, 202)
    return (await answer.json()).id
  }

  it('mistakes stand at their fields, in the words of the server', async () => {
    const { page, context, assertClean } = await open(browser, service.url)
    await page.goto(service.url)
    const error = (path) => page.locator(`[data-path="${path}"] .field-error`)
    await page.locator('[data-path="company.employees"] input').fill('7')
    assert.equal(await error('company.employees').textContent(), 'is not a whole number from 20 to 200000')
    await page.locator('[data-path="last_day"] input').fill('2020-01-01')
    assert.equal(await error('last_day').textContent(), 'is before first_day')
    await page.getByText('2 fields need your attention').waitFor()
    await page.getByRole('button', { name: 'Generate' }).click()
    assert.match(page.url(), /#\/new/)
    await page.locator('[data-path="company.employees"] input').fill('500')
    await page.locator('[data-path="last_day"] input').fill('2025-02-01')
    // These only the server can find.
    await page.locator('[data-path="company.domain"] input').fill('acme.com')
    await page.locator('[data-path="company.domain"] .field-error').filter({ hasText: /reserve|\.example/ }).waitFor()
    await page.locator('[data-path="company.domain"] input').fill('acme.example')
    await page.locator('[data-path="scenarios.incidents"] input').first().fill('900')
    await page.getByText(/only 500 messages/).waitFor()
    assertClean()
    await context.close()
  })

  it('without a WebSocket, polling takes over', async () => {
    const { page, context, assertClean } = await open(browser, service.url)
    await page.routeWebSocket(/events/, (socket) => socket.close())
    const id = await order(60_000, 'Polled')
    await page.goto(`${service.url}/#/jobs/${id}`)
    await page.locator('.live-state.polling').waitFor()
    await page.getByRole('heading', { name: 'Result' }).waitFor({ timeout: 180_000 })
    assertClean()
    await context.close()
  })

  it('the server is killed in mid-job: the page says so, reconnects, and the job completes', async () => {
    const { page, context } = await open(browser, service.url)
    const id = await order(80_000, 'Killed')
    await page.goto(`${service.url}/#/jobs/${id}`)
    await page.locator('.live-state.live').waitFor()
    await page.waitForFunction(() => Number(document.querySelector('progress')?.value) > 0)
    await service.kill('SIGKILL')
    await page.locator('.live-state.offline').waitFor()
    await service.run()
    await page.locator('.live-state.live, .live-state.polling').waitFor({ timeout: 180_000 })
    await page.getByRole('heading', { name: 'Result' }).waitFor({ timeout: 180_000 })
    await context.close()
  })

  it('a mail full of tricks runs nothing and fetches nothing, and its words are shown', async () => {
    const { page, context, assertAlone } = await open(browser, service.url, { viewport: { width: 1440, height: 1800 } })
    await page.route('**/api/v1/preview', async (route) => {
      const response = await route.fetch()
      const html = `<html><head><style>@import url(http://evil.example/a.css); p { background: url(http://evil.example/b.png); color: rgb(1, 2, 3) }</style>
        <meta http-equiv="refresh" content="0;url=http://evil.example/"><base href="http://evil.example/"><link rel="stylesheet" href="http://evil.example/c.css"></head>
        <body onload="parent.tricked = 1"><script>parent.tricked = 2</script><p id="x" onclick="parent.tricked = 3" style="font-weight: bold; background-image: url('http://evil.example/d.png')">Plain words</p>
        <img src="http://evil.example/e.png" onerror="parent.tricked = 4"><svg onload="parent.tricked = 5"></svg><iframe src="http://evil.example/f"></iframe>
        <form action="http://evil.example/"><button>Send</button></form><a href="javascript:parent.tricked = 6">Link</a><a href="http://evil.example/g">Away</a></body></html>`
      await route.fulfill({ response, json: { ...(await response.json()), html } })
    })
    await page.goto(service.url)
    const mail = page.frameLocator('.mail-frame')
    const words = mail.getByText('Plain words')
    await words.click()
    assert.deepEqual(await words.evaluate((element) => [getComputedStyle(element).fontWeight, getComputedStyle(element).color, getComputedStyle(element).backgroundImage]), ['700', 'rgb(1, 2, 3)', 'none'])
    await mail.getByText('Link').click()
    await mail.getByText('Away').click()
    assert.equal(await mail.locator('script, iframe, form, svg, link, meta[http-equiv], base, [src], [href], [onclick]').count(), 0)
    assert.equal(await page.evaluate(() => globalThis.tricked), undefined)
    assertAlone()
    await context.close()
  })

  it('a server that wants a token is given one, for the socket and the download too', async () => {
    const tokens = join(service.data, 'tokens.txt')
    const guarded = await Service.start('--token-file', tokens)
    const token = /^token:\s*(\S+)/m.exec(readFileSync(tokens, 'utf8'))[1]
    try {
      const { page, context, assertClean } = await open(browser, guarded.url)
      await page.goto(guarded.url)
      await page.getByLabel('Token').fill('a guess')
      await page.getByRole('button', { name: 'Use this token' }).click()
      await page.getByText('The server refused this token').waitFor()
      await page.getByLabel('Token').fill(token)
      await page.getByRole('button', { name: 'Use this token' }).click()
      await page.locator('.message-subject').waitFor()
      await page.getByRole('button', { name: 'Generate 1,000 messages' }).click()
      await page.locator('.live-state.live').waitFor()
      await page.getByRole('heading', { name: 'Result' }).waitFor({ timeout: 180_000 })
      await page.getByText('Authorization: Bearer $HAYMAKER_TOKEN').waitFor()
      assert.ok(!(await page.content()).includes(token))
      assertClean()
      await context.close()
    } finally {
      await guarded.stop()
    }
  })

  it('a job that is gone, a link that was cut short, an address that leads nowhere: each says what to do', async () => {
    const { page, context, assertClean } = await open(browser, service.url)
    await page.goto(`${service.url}/#/jobs/nosuchjob`)
    await page.getByText('There is no such job').waitFor()
    await page.goto(`${service.url}/#/new?recipe=eyJ0aXRsZ`)
    await page.getByText('The recipe in this link is incomplete').waitFor()
    await page.goto(`${service.url}/#/nowhere`)
    await page.getByText('There is no such page').waitFor()
    assertClean()
    await context.close()
  })
})

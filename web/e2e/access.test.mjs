// Every page, in both themes and at three widths: nothing serious for axe, nothing cut off.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { launch, open, seriousFindings, shoot } from './browser.mjs'
import { Service } from './serve.mjs'

describe('every page, for everybody', () => {
  let service, browser, job
  before(async () => {
    service = await Service.start()
    browser = await launch()
    const order = { title: 'A look around', preset: 'smoke', seed: 7, package: 'tar' }
    const headers = { 'Content-Type': 'application/json', 'X-Haymaker': '1' }
    job = (await (await fetch(`${service.url}/api/v1/jobs`, { method: 'POST', headers, body: JSON.stringify(order) })).json()).id
  })
  after(async () => {
    await browser?.close()
    await service?.stop()
  })

  const tab = (name) => async (page) => page.getByRole('tab', { name }).click()
  const places = [
    { name: 'new', path: () => '#/new', ready: (page) => page.locator('.message-subject').waitFor() },
    { name: 'json', path: () => '#/new', ready: async (page) => { await page.locator('.message-subject').waitFor(); await tab('JSON')(page) } },
    { name: 'jobs', path: () => '#/jobs', ready: (page) => page.getByRole('link', { name: 'A look around' }).waitFor() },
    { name: 'result', path: () => `#/jobs/${job}`, ready: (page) => page.getByRole('heading', { name: 'Result' }).waitFor() },
    {
      name: 'messages', path: () => `#/jobs/${job}`,
      ready: async (page) => { await tab('Messages')(page); await page.getByRole('option').first().click(); await page.locator('.mail-pane .message-subject').waitFor() },
    },
    { name: 'truth', path: () => `#/jobs/${job}`, ready: async (page) => { await tab('Answer key')(page); await page.getByRole('button', { name: 'Open the answer key' }).click(); await page.getByRole('alertdialog').waitFor() } },
    { name: 'recipe', path: () => `#/jobs/${job}`, ready: tab('Recipe') },
    { name: 'compare', path: () => `#/jobs/compare?a=${job}&b=${job}`, ready: (page) => page.getByText('equal').waitFor() },
    { name: 'lost', path: () => '#/nowhere', ready: (page) => page.getByText('There is no such page').waitFor() },
  ]

  for (const colorScheme of ['light', 'dark']) {
    it(`has no serious finding of axe in ${colorScheme}, and fits 360, 768 and 1440 px`, async () => {
      for (const { name, path, ready } of places) {
        const { page, context, assertClean } = await open(browser, service.url, { colorScheme, reducedMotion: 'reduce' })
        await page.goto(`${service.url}/${path()}`)
        await ready(page)
        assert.deepEqual(await seriousFindings(page), [], `${name}, ${colorScheme}`)
        for (const width of [1440, 768, 360]) {
          await page.setViewportSize({ width, height: 900 })
          const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
          assert.ok(content <= window, `${name} at ${width} px is ${content} px wide`)
          await shoot(page, `${name}-${width}-${colorScheme}`)
        }
        assertClean()
        await context.close()
      }
    })
  }

  it('can be walked through by keyboard alone', async () => {
    const { page, context, assertClean } = await open(browser, service.url)
    await page.goto(`${service.url}/#/new`)
    await page.locator('.message-subject').waitFor()
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the content')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main')
    await page.getByRole('tab', { name: 'Form' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByLabel('The recipe as JSON').waitFor()
    assertClean()
    await context.close()
  })

  it('loads at most 170 kB of script, compressed, before the first page is there', async () => {
    const { page, context } = await open(browser, service.url)
    const sizes = []
    page.on('response', async (response) => {
      if (/\.js$/.test(new URL(response.url()).pathname)) sizes.push(response.body().then(async (body) => (await import('node:zlib')).gzipSync(body).length))
    })
    await page.goto(service.url)
    await page.locator('.message-subject').waitFor()
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    assert.ok(total > 0 && total <= 170_000, `${total} bytes`)
    await context.close()
  })
})

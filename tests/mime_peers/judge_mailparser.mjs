// judge_mailparser.mjs DIRECTORY: reads what mime_samples wrote with nodemailer's mailparser and
// holds each message to expected.jsonl: date, addresses, subject, ids, texts, files.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'

const people = (field) => (field?.value ?? []).map(({ name, address }) => ({ name, address }))
const ids = (value) => (value ? [].concat(value).map((id) => id.replace(/^<|>$/g, '')) : [])
const trimEnds = (text) => text.replace(/\s+$/, '')

// Flowed text (RFC 3676) is joined to paragraphs, with the quote marks of all but the first line left
// inside; so it is the words that are compared.
const words = (text) => text.split(/\s+/).filter((word) => !/^>*$/.test(word)).join(' ')

function isTrimmed(found, wanted) {
  return found.length > 0 && found[0] === wanted[0] &&
    JSON.stringify(found.slice(1)) === JSON.stringify(wanted.slice(wanted.length - found.length + 1))
}

function* faults(mail, wanted) {
  const differ = (a, b) => JSON.stringify(a) !== JSON.stringify(b)
  const show = (name, found, expected) =>
    `${name} ${JSON.stringify(found)} is not ${JSON.stringify(expected)}`
  if (mail.date?.getTime() !== wanted.date * 1000) yield show('date', mail.date, wanted.date)
  if (differ(people(mail.from), [wanted.from])) yield show('from', people(mail.from), wanted.from)
  const to = people(mail.to).filter(({ address }) => address)
  if (differ(to, wanted.to)) yield show('to', to, wanted.to)
  if (differ(people(mail.cc), wanted.cc)) yield show('cc', people(mail.cc), wanted.cc)
  const subject = wanted.subject.trimEnd()
  if ((mail.subject ?? '') !== subject) yield show('subject', mail.subject, subject)
  if (differ(ids(mail.messageId), [wanted.message_id])) yield show('id', mail.messageId, wanted.message_id)
  if (differ(ids(mail.inReplyTo), wanted.in_reply_to ? [wanted.in_reply_to] : [])) yield 'in reply to'
  const references = ids(mail.references)
  if (differ(references, wanted.references) && !isTrimmed(references, wanted.references)) {
    yield show('references', references, wanted.references)
  }
  yield* partFaults(mail, wanted, show)
}

function* partFaults(mail, wanted, show) {
  const plain = wanted.parts.find(({ type }) => type === 'text/plain')
  const [found, expected] = plain.flowed
    ? [words(mail.text ?? ''), words(plain.text)]
    : [trimEnds(mail.text ?? ''), trimEnds(plain.text)]
  if (found !== expected) yield show('text', found, expected)
  const html = wanted.parts.find(({ type }) => type === 'text/html')
  if (html && trimEnds(mail.html || '') !== trimEnds(html.text)) yield show('html', mail.html, html.text)
  const files = wanted.parts.filter(({ hex }) => hex !== undefined)
  const attached = mail.attachments.filter(
    ({ contentType }) => contentType !== 'text/calendar' && contentType !== 'message/rfc822')
  if (attached.length !== files.length) yield `${attached.length} files, not ${files.length}`
  for (const [i, file] of files.entries()) {
    if (attached[i]?.filename !== file.file_name) yield show('file name', attached[i]?.filename, file.file_name)
    // The type of what is only octets is guessed from its name.
    const guessed = file.type === 'application/octet-stream'
    if (!guessed && attached[i]?.contentType !== file.type) yield show('type', attached[i]?.contentType, file.type)
    if (attached[i]?.content.toString('hex') !== file.hex) yield `bytes of ${file.file_name} differ`
    if (file.content_id && attached[i]?.cid !== file.content_id) yield `content id ${attached[i]?.cid}`
  }
}

const directory = process.argv[2]
let failed = 0
let total = 0
for (const line of readFileSync(join(directory, 'expected.jsonl'), 'utf8').trimEnd().split('\n')) {
  const wanted = JSON.parse(line)
  const raw = readFileSync(join(directory, wanted.file))
  const mail = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true, skipTextLinks: true })
  const found = [...faults(mail, wanted)]
  total += 1
  failed += found.length > 0
  if (failed <= 20) for (const fault of found) console.log(`${wanted.file}: ${fault.slice(0, 600)}`)
}
console.log(`${total - failed} of ${total} messages agree`)
process.exit(failed || !total ? 1 : 0)

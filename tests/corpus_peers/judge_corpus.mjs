// judge_corpus.mjs COUNT: reads messages with nodemailer's mailparser, one JSON line each on standard
// input ({row, raw}), and holds each to its row of the index: date and message id. Sender and
// recipients must parse, and there must be a text to read.

import { createInterface } from 'node:readline'
import { simpleParser } from '../node_modules/mailparser/index.js'

const SHOWN = 20
const ADDRESS = /^[a-z0-9][a-z0-9._+-]*@([a-z0-9-]+\.)+(example|test|invalid)$/

function* faults(mail, row) {
  if (mail.date?.getTime() !== Date.parse(row.date)) yield `date ${mail.date}, not ${row.date}`
  if (mail.messageId !== row.message_id) yield `message id ${mail.messageId}, not ${row.message_id}`
  if (mail.from?.value.length !== 1) yield `from ${mail.from?.text}`
  if (!mail.to?.value.length) yield 'no recipient'
  for (const field of [mail.from, mail.to, mail.cc]) {
    for (const { address } of field?.value ?? []) {
      if (!ADDRESS.test(address)) yield `address ${address}`
    }
  }
  if (!mail.text?.trim()) yield 'no text'
  if (/\ufffd/.test(mail.text ?? '') || /\ufffd/.test(mail.html || '')) yield 'text that is not in its character set'
}

let failed = 0
let total = 0
for await (const line of createInterface({ input: process.stdin })) {
  const { row, raw } = JSON.parse(line)
  const mail = await simpleParser(Buffer.from(raw, 'latin1'), { skipTextToHtml: true, skipTextLinks: true })
  const found = [...faults(mail, row)]
  total += 1
  failed += found.length > 0
  if (failed <= SHOWN) for (const fault of found) console.log(`${row.path}: ${fault.slice(0, 400)}`)
}
console.log(`${total - failed} of ${total} messages agree`)
process.exit(failed || total !== Number(process.argv[2]) ? 1 : 0)

// A message of the contract as the page shows it.

import type { ShownMessage } from '@/message/message'
import type { Message } from './schema'

export const shown = (message: Message): ShownMessage => ({
  key: message.uid,
  index: message.index,
  specDigest: message.spec_digest,
  subject: message.subject,
  headers: message.headers,
  text: message.text ?? '',
  html: message.html,
  attachments: message.attachments.map(({ filename, type, bytes }) => ({ name: filename, type, bytes })),
  raw: message.raw,
  rawAddress: message.links.raw,
})

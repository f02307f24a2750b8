// A download from a server that asks for a token, which a plain link cannot carry: it is streamed into
// a file of the reader's choice, where the browser lets a page do so.

import { downloadAddress } from '@/api/haymaker'
import { problemOf } from '@/api/problem'
import { useTokens } from '@/api/tokens'
import { texts } from '@/texts'

type Picker = (options: { suggestedName: string }) => Promise<{ createWritable: () => Promise<WritableStream<Uint8Array>> }>
const picker = (globalThis as { showSaveFilePicker?: Picker }).showSaveFilePicker

export const canSave = picker !== undefined

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address, { headers: { Authorization: `Bearer ${useTokens().page.value}` } })
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => null), texts.error.title)
  return response
}

/** For what is small enough to be held in memory. */
export async function saveSmall(address: string, name: string): Promise<void> {
  const anchor = document.createElement('a')
  anchor.href = URL.createObjectURL(await (await fetched(address)).blob())
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000)
}

export async function saveDownload(job: string): Promise<void> {
  if (!picker) return
  let file
  try {
    file = await picker({ suggestedName: `haymaker-${job}.tar` })
  } catch {
    return // The reader chose no file.
  }
  const { body } = await fetched(downloadAddress(job))
  await body?.pipeTo(await file.createWritable())
}

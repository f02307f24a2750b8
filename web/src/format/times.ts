// Times as the reader's clock shows them, in the one language of the page.

const kDateTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const kUtc = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

const shown = (format: Intl.DateTimeFormat, text: string | null | undefined): string => {
  const time = Date.parse(text ?? '')
  return Number.isFinite(time) && time > 0 ? format.format(time) : '–'
}

export const dateTime = (text: string | null | undefined): string => shown(kDateTime, text)

/** Of mail, whose authors sit in many zones. */
export const dateTimeUtc = (text: string | null | undefined): string => shown(kUtc, text)

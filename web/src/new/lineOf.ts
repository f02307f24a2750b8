// The line of a JSON text on which the value of a path begins; that of the nearest enclosing value
// where the path itself is missing. Lines count from 1.

interface Scanner {
  text: string
  at: number
  line: number
}

const kGap = /\s/

function skip(scan: Scanner): void {
  while (scan.at < scan.text.length && kGap.test(scan.text[scan.at]!)) {
    if (scan.text[scan.at] === '\n') scan.line += 1
    scan.at += 1
  }
}

function string(scan: Scanner): string {
  const from = scan.at
  scan.at += 1
  while (scan.text[scan.at] !== '"') scan.at += scan.text[scan.at] === '\\' ? 2 : 1
  scan.at += 1
  return JSON.parse(scan.text.slice(from, scan.at)) as string
}

function value(scan: Scanner, path: string, lines: Map<string, number>): void {
  skip(scan)
  if (!lines.has(path)) lines.set(path, scan.line)
  const open = scan.text[scan.at]
  if (open === '"') return void string(scan)
  if (open !== '{' && open !== '[') {
    while (scan.at < scan.text.length && !/[\s,\]}]/.test(scan.text[scan.at]!)) scan.at += 1
    return
  }
  scan.at += 1
  for (let index = 0; ; index += 1) {
    skip(scan)
    if (scan.text[scan.at] === '}' || scan.text[scan.at] === ']') break
    let place = `${path}[${index}]`
    if (open === '{') {
      const line = scan.line
      const name = string(scan)
      place = path === '' ? name : `${path}.${name}`
      lines.set(place, line)
      skip(scan)
      scan.at += 1 // The colon.
    }
    value(scan, place, lines)
    skip(scan)
    if (scan.text[scan.at] === ',') scan.at += 1
  }
  scan.at += 1
}

/** `text` must be JSON. Paths are those of the specification, be it the whole text or its `spec`. */
export function lineOf(text: string, path: string): number {
  const lines = new Map<string, number>()
  value({ text, at: 0, line: 1 }, '', lines)
  const root = lines.has('spec') ? 'spec' : ''
  let place = root === '' ? path : `spec.${path}`
  while (place !== '' && !lines.has(place)) place = place.replace(/(^|\.)[^.[\]]*$|\[\d+\]$/, '')
  return lines.get(place) ?? 1
}

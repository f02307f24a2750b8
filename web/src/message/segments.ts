// Cuts a text where marks begin and end. Marks count code points, as the answer key does; strings of
// the language count UTF-16 units, two for an emoji.

export interface Mark {
  start: number // Code points; `end` exclusive.
  end: number
  kind: 'true' | 'decoy'
  title: string
}

export interface Segment {
  text: string
  mark?: Mark
}

/** Marks may lie in any order; of two that overlap, the later begins where the earlier ends. */
export function segments(text: string, marks: readonly Mark[]): Segment[] {
  if (marks.length === 0) return [{ text }]
  const points = [...text]
  const pieces: Segment[] = []
  let at = 0
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const start = Math.max(at, mark.start)
    const end = Math.min(points.length, mark.end)
    if (end <= start) continue
    if (start > at) pieces.push({ text: points.slice(at, start).join('') })
    pieces.push({ text: points.slice(start, end).join(''), mark })
    at = end
  }
  if (at < points.length) pieces.push({ text: points.slice(at).join('') })
  return pieces
}

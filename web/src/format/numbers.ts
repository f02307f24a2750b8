// Numbers as people read them. One locale, because the page has one language.

const kWhole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

export const whole = (value: number | bigint): string => kWhole.format(value)

const kUnits = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const

/** Decimal units, as disks and networks are sold: 5.39 GB. */
export function bytes(value: number): string {
  let step = 0
  let rest = value
  while (rest >= 999.5 && step < kUnits.length - 1) {
    rest /= 1000
    step += 1
  }
  const digits = step === 0 || rest >= 100 ? 0 : rest >= 10 ? 1 : 2
  return `${rest.toFixed(digits)} ${kUnits[step]}`
}

/** "48 s", "3 min 20 s", "2 h 5 min", "4 d 3 h": two units at most. */
export function duration(seconds: number): string {
  if (seconds > 0 && seconds < 1) return 'under 1 s'
  const total = Math.max(0, Math.round(seconds))
  const steps: [string, number][] = [['d', 86_400], ['h', 3_600], ['min', 60], ['s', 1]]
  const at = steps.findIndex(([, size]) => total >= size)
  if (at === -1) return '0 s'
  const [unit, size] = steps[at]!
  const rest = total % size
  const next = steps[at + 1]
  const small = next ? Math.floor(rest / next[1]) : 0
  return `${Math.floor(total / size)} ${unit}${small > 0 ? ` ${small} ${next![0]}` : ''}`
}

export const percent = (share: number): string => `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`

/** "20k", "1.5m", "1 000 000" and "1,000,000" are whole numbers, too. Anything else stays a text. */
export function readWhole(typed: string): number | bigint | string {
  const plain = typed.trim().replace(/[\s,_']/g, '')
  const parts = /^(\d+)(?:\.(\d+))?([kmb]?)$/i.exec(plain)
  if (!parts) return typed
  const [, before = '', after = '', suffix = ''] = parts
  const zeros = { '': 0, k: 3, m: 6, b: 9 }[suffix.toLowerCase()]!
  if (after.length > zeros) return typed
  const exact = BigInt(before + after + '0'.repeat(zeros - after.length))
  return exact <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(exact) : exact
}

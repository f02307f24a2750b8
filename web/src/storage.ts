// What the page remembers in this browser: drafts, the theme, a choice of polling. A browser that
// forbids it (private windows, a full quota) costs the memory, never the page.

const kPrefix = 'haymaker.'

export function readStored(name: string): string | null {
  try {
    return localStorage.getItem(kPrefix + name)
  } catch {
    return null
  }
}

/** False where the browser refuses. */
export function writeStored(name: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(kPrefix + name)
    else localStorage.setItem(kPrefix + name, value)
    return true
  } catch {
    return false
  }
}

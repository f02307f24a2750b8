import { readonly, ref } from 'vue'
import { readStored, writeStored } from '@/storage'

// The reader's choice of colours. `system` follows the machine and is the default.

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const stored = readStored('theme')
const theme = ref<Theme>(themes.find((name) => name === stored) ?? 'system')

export function applyTheme(): void {
  if (theme.value === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme.value
}

export function useTheme() {
  return {
    theme: readonly(theme),
    nextTheme() {
      theme.value = themes[(themes.indexOf(theme.value) + 1) % themes.length]!
      writeStored('theme', theme.value)
      applyTheme()
    },
  }
}

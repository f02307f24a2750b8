// The keys that a server may ask for. Neither is ever part of an address.

import { readonly, ref } from 'vue'

const kName = 'haymaker.token'

function stored(): string {
  try {
    return sessionStorage.getItem(kName) ?? ''
  } catch {
    return ''
  }
}

// For everything but the answer key; kept until the tab is closed.
const page = ref(stored())
// For the answer key; kept until the page is left, and nowhere but here.
const truth = ref('')
// Whether the server has said that it wants one, or another one.
const asked = ref(false)

export function useTokens() {
  return {
    page: readonly(page),
    truth: readonly(truth),
    asked: readonly(asked),
    ask: () => (asked.value = true),
    usePage(token: string) {
      page.value = token.trim()
      asked.value = false
      try {
        sessionStorage.setItem(kName, page.value)
      } catch {
        // Then it is kept until the page is left.
      }
    },
    useTruth: (token: string) => (truth.value = token.trim()),
  }
}

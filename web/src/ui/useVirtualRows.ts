// The rows of a long list that are in sight, for rows of one height. A browser cannot lay out an
// element of more than some ten million pixels, so beyond that the list scrolls in proportion.

import { computed, onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

const kTallest_px = 8_000_000
const kBeyond = 6 // Rows above and below that are made ready.

export interface Sight {
  first: number // The first row made.
  count: number
  offset_px: number // Where it lies within the list.
  total_px: number
}

export function sight(rows: number, row_px: number, top_px: number, height_px: number): Sight {
  const whole_px = rows * row_px
  const total_px = Math.min(whole_px, kTallest_px)
  const span_px = Math.max(1, total_px - height_px)
  const at_px = whole_px === total_px ? top_px : (Math.min(top_px, span_px) / span_px) * (whole_px - height_px)
  const first = Math.max(0, Math.floor(at_px / row_px) - kBeyond)
  const count = Math.max(0, Math.min(rows - first, Math.ceil(height_px / row_px) + 2 * kBeyond))
  return { first, count, offset_px: top_px - (at_px - first * row_px), total_px }
}

export function useVirtualRows(box: Ref<HTMLElement | undefined>, rows: Ref<number>, row_px: number) {
  const top_px = ref(0)
  const height_px = ref(480)
  let observer: ResizeObserver | undefined

  onMounted(() => {
    if (!box.value) return
    observer = new ResizeObserver(([entry]) => { if (entry) height_px.value = entry.contentRect.height })
    observer.observe(box.value)
  })
  onBeforeUnmount(() => observer?.disconnect())

  return {
    sight: computed(() => sight(rows.value, row_px, top_px.value, height_px.value)),
    onScroll: () => { if (box.value) top_px.value = box.value.scrollTop },
    /** Scrolls as little as brings the row into sight. */
    reveal(row: number) {
      if (!box.value) return
      const { total_px } = sight(rows.value, row_px, top_px.value, height_px.value)
      const whole_px = rows.value * row_px
      const span_px = Math.max(1, total_px - height_px.value)
      const at_px = whole_px === total_px ? box.value.scrollTop : (box.value.scrollTop / span_px) * (whole_px - height_px.value)
      const wanted_px = row * row_px < at_px ? row * row_px : Math.max(at_px, (row + 1) * row_px - height_px.value)
      box.value.scrollTop = whole_px === total_px ? wanted_px : (wanted_px / (whole_px - height_px.value)) * span_px
    },
  }
}

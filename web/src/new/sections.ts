// Which section of the form a field of the specification stands in. A field that nobody has placed
// yet appears in the last one, so the form is never behind the schema.

import { type Leaf, leaves } from '@/recipe/schema'

export const sectionNames = ['volume', 'company', 'traffic', 'content', 'scenarios', 'more'] as const
export type SectionName = (typeof sectionNames)[number]

const kPlaces: Record<string, SectionName> = {
  count: 'volume',
  seed: 'volume',
  first_day: 'volume',
  last_day: 'volume',
  company: 'company',
  traffic: 'traffic',
  html: 'content',
  attachments: 'content',
  scenarios: 'scenarios',
}

export interface Section {
  name: SectionName
  fields: Leaf[]
}

export function sections(all: Leaf[] = leaves()): Section[] {
  const place = (leaf: Leaf) => kPlaces[leaf.path.split('.')[0]!] ?? 'more'
  return sectionNames.map((name) => ({ name, fields: all.filter((leaf) => place(leaf) === name) })).filter(({ fields }) => fields.length > 0)
}

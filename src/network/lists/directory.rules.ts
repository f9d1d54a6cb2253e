import { namesIn } from '../organisations/doubles.rules.ts'
import { alikeAmong } from './alike.rules.ts'
import type { Kept, OrganisationFields } from './judgement.rules.ts'

export interface Entry extends OrganisationFields, Kept {
  id: string
  slug: string
  merged_into: string | null
}

/** The directory, to look things up in: by address, by number, by name, and by what looks like it. */
export interface Directory {
  entry: (id: string) => Entry | undefined
  withSlug: (slug: string) => string | undefined
  withNumber: (number: string) => string | undefined
  /** By a name as it is searched for; also one that it had before it was joined with another. */
  named: (searched: string) => string | undefined
  alike: ReturnType<typeof alikeAmong>
}

export function directoryOf(entries: readonly Entry[]): Directory {
  const [byId, slugs, numbers, names] = [
    new Map<string, Entry>(),
    new Map<string, string>(),
    new Map<string, string>(),
    new Map<string, string>(),
  ]
  const standing = entries.filter(({ merged_into }) => merged_into === null)
  for (const entry of standing) byId.set(entry.id, entry)
  // Whoever stands there now comes before what was joined with another.
  const inOrder = [...standing, ...entries.filter(({ merged_into }) => merged_into !== null)]
  for (const { id, merged_into, slug, number, search_text } of inOrder) {
    const meant = merged_into ?? id
    slugs.set(slug, meant)
    if (number !== null && !numbers.has(number)) numbers.set(number, meant)
    for (const name of namesIn(search_text)) if (!names.has(name)) names.set(name, meant)
  }
  let alike: Directory['alike'] | undefined
  return {
    entry: (id) => byId.get(id),
    withSlug: (slug) => slugs.get(slug),
    withNumber: (number) => numbers.get(number),
    named: (searched) => names.get(searched),
    // Made when it is asked for first: a list of contacts never asks.
    alike: (one) => (alike ??= alikeAmong(standing))(one),
  }
}

import { seatedAs } from './seated-as.rules.ts'

type Seated = Parameters<typeof seatedAs>[0] & {
  id: string
  capacity: string
  search_text: string
  fixed_table: string | null
}

export const peopleParts = ['all', 'hosts', 'needs', 'languages', 'some-rounds', 'unseated'] as const
export type PeoplePart = (typeof peopleParts)[number]

export interface PeopleFilter {
  part: PeoplePart
  /** Part of a name, in lower case without accents. */
  q: string
  sector: string
}

/** Whether somebody belongs to a part of the list. */
export function belongsTo(part: PeoplePart, person: Seated, isUnseated: boolean): boolean {
  const as = seatedAs(person)
  switch (part) {
    case 'all':
      return true
    case 'hosts':
      return as.part !== 'guest'
    case 'needs':
      return as.stepFree || as.hearingLoop || person.fixed_table !== null
    case 'languages':
      return as.speaks.length > 1 || as.speaks[0] !== 'sv'
    case 'some-rounds':
      return as.rounds !== null
    case 'unseated':
      return isUnseated
  }
}

export function filtered<Of extends Seated>(
  people: readonly Of[],
  { part, q, sector }: PeopleFilter,
  unseated: ReadonlySet<string>,
): Of[] {
  return people.filter(
    (person) =>
      belongsTo(part, person, unseated.has(person.id)) &&
      (sector === '' || person.capacity === sector) &&
      person.search_text.includes(q),
  )
}

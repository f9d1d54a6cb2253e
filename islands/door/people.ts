import { searchText } from '../../src/platform/search.ts'
import type { DoorPerson, SentScan } from '../../src/programme/door/device.ts'
import type { Book } from './store.ts'

/** The people of the list, with what this device has done and nobody else has heard of. */
export function peopleWith(book: Book, waiting: readonly SentScan[], words: Words): Map<string, DoorPerson> {
  const people = new Map(book.people.map((person) => [person.id, person]))
  for (const scan of waiting) apply(people, scan, words)
  return people
}

type Words = Record<string, string>

export function apply(people: Map<string, DoorPerson>, scan: SentScan, words: Words): void {
  if (scan.kind === 'walk-in') {
    people.set(scan.nonce, writtenUp(scan, words))
    return
  }
  const person = people.get(scan.signUp)
  if (!person) return
  const isMistake = scan.kind === 'undo' && person.mark === ''
  if (isMistake) people.delete(person.id)
  else people.set(person.id, { ...person, ...standing(person, scan) })
}

/** As the server will see it: the earliest check-in counts, and whoever is let in has a seat. */
function standing({ since }: DoorPerson, scan: SentScan): Partial<DoorPerson> {
  if (scan.kind === 'undo') return { since: null }
  return { since: since !== null && since < scan.at ? since : scan.at, state: 'seat' }
}

/** Has no mark: nobody has given this person a code yet. */
function writtenUp(scan: Extract<SentScan, { kind: 'walk-in' }>, words: Words): DoorPerson {
  const { nonce, name, organisation, capacity, at } = scan
  return {
    ...{
      id: nonce,
      mark: '',
      name,
      find: searchText(`${name} ${organisation}`),
      sector: capacity,
      table: null,
    },
    about: [organisation, words[`capacity.${capacity}`]].filter(Boolean).join(' · '),
    ...{ state: 'seat', since: at },
  }
}

/** Whom the typed words fit, in the order of the list; nobody before something is typed. */
export function foundBy(people: Iterable<DoorPerson>, typed: string): DoorPerson[] {
  const words = searchText(typed).split(' ').filter(Boolean)
  if (words.length === 0) return []
  return [...people].filter(({ find }) => words.every((word) => find.includes(word)))
}

/** Whether there is a seat for somebody of this sector, as far as this device knows. */
export const isRoomFor = ({ free, kept }: Pick<Book, 'free' | 'kept'>, sector: string): boolean =>
  free > 0 || (kept[sector] ?? 0) > 0

/** Which of the buttons of a line belongs to this person. */
export function seenAs(person: DoorPerson, isRoom: boolean): string {
  if (person.since) return 'in'
  if (person.state === 'waiting') return isRoom ? 'waiting-room' : 'waiting-full'
  return person.state
}

import type { DeviceSettings, DoorPerson } from '../../src/programme/door/device.ts'
import { seenAs } from './people.ts'
import { say, timeOf } from './settings.ts'
import { play } from './sound.ts'

const shownMax = 20

export type AnswerKind = 'welcome' | 'already' | 'seat' | 'waiting' | 'gave-back' | 'undone' | 'not-here'

interface Look {
  settings: DeviceSettings
  isRoomFor: (sector: string) => boolean
}

export const element = (id: string): HTMLElement | null => document.querySelector<HTMLElement>(`#${id}`)

function write(parent: ParentNode, part: string, text: string): void {
  for (const one of parent.querySelectorAll(`[data-part="${part}"]`)) one.textContent = text
}

const tableOf = (settings: DeviceSettings, { table }: DoorPerson): string =>
  table ? say(settings, 'table', { table }) : ''

/** One line, made from the pattern on the page: the parts that belong to where this person stands. */
function lineOf(person: DoorPerson, { settings, isRoomFor }: Look): Node {
  const pattern = document.querySelector<HTMLTemplateElement>('template#door-line')
  const line = pattern?.content.cloneNode(true) as DocumentFragment
  const state = seenAs(person, isRoomFor(person.sector))
  for (const part of line.querySelectorAll<HTMLElement>('[data-when]'))
    if (!part.dataset['when']?.split(' ').includes(state)) part.remove()
  write(line, 'name', person.name)
  write(line, 'to-whom', person.name)
  write(line, 'about', person.about)
  write(line, 'table', tableOf(settings, person))
  if (person.since) write(line, 'since', say(settings, 'in-since', { time: timeOf(settings, person.since) }))
  for (const link of line.querySelectorAll<HTMLAnchorElement>('a[data-part="ask"]')) {
    // The page on which somebody is asked is not kept, so without a net there is no way to it.
    if (navigator.onLine) link.href += `/${person.id}`
    else link.remove()
  }
  const input = line.querySelector<HTMLInputElement>('[name="signUp"]')
  if (input) input.value = person.id
  return line
}

/** Whom the typed words fit. */
export function showFound(found: readonly DoorPerson[], isTyped: boolean, look: Look): void {
  const place = element('door-found')
  if (!place) return
  const list = document.createElement('ul')
  list.className = 'lined-list door-list'
  list.append(...found.slice(0, shownMax).map((person) => lineOf(person, look)))
  const said = document.createElement('p')
  said.className = 'quiet'
  if (isTyped && found.length === 0) said.textContent = say(look.settings, 'nobody')
  if (found.length > shownMax) said.textContent = say(look.settings, 'more-found')
  place.replaceChildren(list, ...(said.textContent ? [said] : []))
}

/** The answer in words, colour, sign and sound. */
export function answer(kind: AnswerKind, person: DoorPerson | null, look: Look): void {
  const place = element('door-answer')?.querySelector<HTMLElement>('.door-answer')
  if (!place) return
  const { settings } = look
  place.dataset['kind'] = kind
  write(place, 'says', say(settings, `answer.${kind}`, { name: person?.name ?? '' }))
  write(place, 'more', person ? moreAbout(settings, kind, person) : say(settings, 'answer.not-here-more'))
  write(place, 'table', person ? tableOf(settings, person) : '')
  const list = document.createElement('ul')
  list.className = 'plain-list'
  if (person) list.append(lineOf(person, look))
  place.querySelector('[data-part="buttons"]')?.replaceChildren(list)
  place.hidden = false
  place.scrollIntoView({ block: 'nearest' })
  play(kind)
}

function moreAbout(settings: DeviceSettings, kind: AnswerKind, { about, since }: DoorPerson): string {
  const time = kind === 'already' && since ? say(settings, 'in-since', { time: timeOf(settings, since) }) : ''
  return [time, about].filter(Boolean).join(' · ')
}

/** How many have come, of those with a seat. */
export function showCount(people: Iterable<DoorPerson>, settings: DeviceSettings): void {
  const all = [...people]
  const come = element('door-come')
  if (!come) return
  come.textContent = say(settings, 'come', {
    in: all.filter(({ since }) => since).length,
    seats: all.filter(({ state }) => state === 'seat').length,
  })
}

/** Whether there is a net, and how much waits for it. */
export function showNet(text: string, kind: 'offline' | 'sending' | 'wrong' | 'fine'): void {
  const banner = element('door-net')
  if (!banner || (banner.textContent === text && banner.dataset['kind'] === kind)) return
  banner.textContent = text
  banner.dataset['kind'] = kind
}

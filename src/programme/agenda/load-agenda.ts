import type { Instant } from '#platform/time.ts'
import type { MeetingReads } from '../tables.ts'
import { type ItemTime, minutesTooLong, timesOf } from './agenda.rules.ts'
import { type Item, itemsOf, type Speaker, speakersOf, speakingIn } from './agenda.sql.ts'

/** An item with its time on the clock and those who speak in it. */
export interface AgendaItem extends Item {
  time: ItemTime
  speakers: readonly Speaker[]
}

export interface Agenda {
  items: readonly AgendaItem[]
  speakers: readonly Speaker[]
  minutesTooLong: number
}

interface Event {
  id: string
  starts_at: Instant
  ends_at: Instant
}

/** The programme of an event, timed. */
export async function loadAgenda(db: MeetingReads, { id, starts_at, ends_at }: Event): Promise<Agenda> {
  const items = await itemsOf(db, id)
  const speakers = await speakersOf(db, id)
  const speaking = items.length > 0 && speakers.length > 0 ? await speakingIn(db, id) : []
  const times = timesOf(items, starts_at)
  const timed = items.flatMap((item, index) => {
    const time = times[index]
    const theirs = speaking.filter((one) => one.item_id === item.id).map((one) => one.speaker_id)
    return time ? [{ ...item, time, speakers: speakers.filter((one) => theirs.includes(one.id)) }] : []
  })
  return { items: timed, speakers, minutesTooLong: minutesTooLong(times, ends_at) }
}

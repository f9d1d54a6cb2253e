import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { keepFile } from '#platform/files.ts'
import { instantAt, plus } from '#platform/time.ts'
import { searchTextOf, wordRowsOf } from '#programme/index.ts'
import { drawSlides } from './draw-slides.ts'
import type { Held } from './event-rows.ts'
import type { SampleMaterial, SampleProgramme } from './sample-content.ts'
import type { Writes } from './tables.ts'
import type { Year } from './year.ts'

const heldAs = (events: readonly Held[], key: string): Held =>
  found(
    events.find((one) => one.sample.key === key),
    `event ${key}`,
  )

/** Who speaks and what happens when, and events that got another place. */
export function addProgrammes(year: Year, events: readonly Held[]): void {
  const { programmes, changes } = year.content.meetings
  for (const programme of programmes) addProgramme(year, heldAs(events, programme.event), programme)
  for (const { event, daysAgo, place, reason } of changes) {
    const { row, by } = heldAs(events, event)
    const at = year.moment(-daysAgo, '13:20')
    const { name, address } = found(year.content.places[place], 'place')
    Object.assign(row, { sequence: 1, changed_at: at })
    const before = json({ place_name: name, address })
    const change = { id: year.id(at), event_id: row.id, at, by_person: by, reason: json(reason), before }
    year.rows.event_change.push(change)
    const detail = { toldCalendars: true, reason }
    year.record({ what: 'event-edited', by, about: row.id, at, detail })
  }
}

function addProgramme(year: Year, { row, by }: Held, { speakers, items }: SampleProgramme): void {
  const created_at = plus(row.created_at, { minutes: 20 })
  const speakerIds = speakers.map(({ consent, ...speaker }) => {
    const id = year.id(created_at)
    const { name, organisation = null, role = null, email = null } = speaker
    const row_ = { id, event_id: row.id, name, organisation, role, email, created_at }
    year.rows.speaker.push({ ...row_, consented_at: consent ? created_at : null })
    return id
  })
  items.forEach(({ kind, title, minutes, pinned = null, speakers: theirs }, index) => {
    const id = year.id(created_at)
    const what = { kind, title: json(title), minutes, pinned_to: pinned }
    year.rows.programme_item.push({ id, event_id: row.id, position: index + 1, ...what, created_at })
    for (const one of theirs) {
      year.rows.programme_item_speaker.push({
        item_id: id,
        speaker_id: found(speakerIds[one], 'speaker'),
      })
    }
  })
  year.record({ what: 'agenda-changed', by, about: row.id, at: created_at })
}

interface Keeping {
  tx: Writes
  uploads: string
}

/** What is left of events to see, hear and read; a file is kept like one that somebody sent in. */
export async function addMaterials(year: Year, events: readonly Held[], keeping: Keeping): Promise<void> {
  const { meetings, library } = year.content
  for (const material of [...meetings.materials, ...library.materials]) {
    await addMaterial(year, heldAs(events, material.event), material, keeping)
  }
}

async function addMaterial(year: Year, held: Held, sample: SampleMaterial, { tx, uploads }: Keeping) {
  const { row, date, by } = held
  const { kind, title, languages, access, note, madeBy, url = null, file, draft } = sample
  const at = instantAt(date, '17:40')
  const bytes = file && drawSlides(file.pages)
  const sent = file && bytes ? { name: file.name, contentType: 'application/pdf', bytes } : null
  const file_id = sent ? await keepFile(tx, uploads, sent, at) : null
  const id = year.id(at)
  const search_text = searchTextOf({ title, made_by: madeBy }, held.sample.title)
  year.rows.material.push({
    ...{ id, event_id: row.id, series_id: null, kind, title: json(title), languages, access },
    ...{ access_note: json(note), made_by: madeBy, url, file_id, added_by: by },
    ...{ created_at: at, changed_at: at, published_at: draft ? null : at },
    consented_at: kind === 'recording' ? at : null,
    search_text,
  })
  year.rows.material_word.push(...wordRowsOf({ id, languages, search_text }))
  year.record({ what: 'material-added', by, about: row.id, at, detail: { material: id } })
}

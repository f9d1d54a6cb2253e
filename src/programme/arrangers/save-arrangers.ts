import { decide } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { languages, type Texts } from '#platform/language.ts'
import { inLanguage } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, Reads, Writes } from '../tables.ts'
import type { SentArranger } from './arranger-form.ts'
import { arrangersOf, nameArrangers, setArrangers, setRecorded } from './arrangers.sql.ts'

interface Sent {
  arrangers: readonly SentArranger[]
  recorded: boolean
}

/** Who arranges an event together, and whether it is recorded. */
export const saveArrangers = (db: Db, by: Member, eventId: string, sent: Sent, now: Instant): Promise<void> =>
  decide(db, 'event', eventId, async (tx): Promise<void> => {
    await putArrangers(tx, eventId, sent.arrangers)
    await setRecorded(tx, eventId, { recorded: sent.recorded, by: by.id, now })
    const detail = { arrangers: sent.arrangers.length, recorded: sent.recorded }
    await record(tx, { what: 'arrangers-set', by: by.id, about: eventId, at: now, detail })
  })

export async function putArrangers(tx: Writes, eventId: string, arrangers: readonly SentArranger[]) {
  const rows = arrangers.map(({ name, side, known }) =>
    known ? { organisation_id: known, name: null, side: null } : { organisation_id: null, name, side },
  )
  await setArrangers(tx, eventId, rows, await namesOf(tx, arrangers))
}

/** An organisation is called otherwise, or is another's double: in lists and calendars it has the name of today. */
export async function nameArrangersAnew(tx: Writes, organisationId: string): Promise<void> {
  const events = await tx
    .selectFrom('event_arranger')
    .select('event_id')
    .where('organisation_id', '=', organisationId)
    .execute()
  for (const { event_id } of events) {
    const arrangers = (await arrangersOf(tx, event_id)).map(({ organisation_id, name, side }) => ({
      ...{ known: organisation_id, name: inLanguage(name, 'sv'), side },
    }))
    await nameArrangers(tx, event_id, await namesOf(tx, arrangers))
  }
}

/** "Malmö stad och Föreningen Bryggan", in every language; a name of the directory as it is called there. */
async function namesOf(
  db: Reads,
  arrangers: readonly Pick<SentArranger, 'known' | 'name'>[],
): Promise<Texts> {
  if (arrangers.length === 0) return {}
  const ids = arrangers.flatMap(({ known }) => known ?? [])
  const query = db.selectFrom('organisation').select(['id', 'name'])
  const known = ids.length > 0 ? await query.where('id', 'in', ids).execute() : []
  const byId = new Map(known.map((row) => [row.id, row.name]))
  return Object.fromEntries(
    languages.map((language) => {
      const names = arrangers.map((one) => {
        const texts = byId.get(one.known ?? '')
        return texts ? inLanguage(texts, language) : one.name
      })
      return [language, new Intl.ListFormat(language, { type: 'conjunction' }).format(names)]
    }),
  )
}

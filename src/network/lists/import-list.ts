import { decide, insertRows, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { freeSlug, slugOf } from '#platform/search.ts'
import type { Instant } from '#platform/time.ts'
import { sortKeys } from '../organisations/order.rules.ts'
import { namesToSearch, slugsOfOrganisations } from '../organisations/organisations.sql.ts'
import type { Db, Tx } from '../tables.ts'
import { type ImportRefusal, refusalToImport } from './import.rules.ts'
import { importWithId, inParts, linesOf, setImported } from './imports.sql.ts'
import { directoryNow, judgeList } from './judge-list.ts'
import type { ListedOrganisation } from './judgement.rules.ts'
import { judgeAnew, readAgain } from './send-list.ts'
import type { ImportRow, LineRow } from './tables.ts'

interface Asked {
  id: string
  /** What the preview said, as whoever pressed the button saw it. */
  seen: string
}

/** Does what the preview said, all of it or nothing: when something changed since, the preview is made anew. */
export async function importList(
  db: Db,
  by: Member,
  { id, seen }: Asked,
  now: Instant,
): Promise<ImportRefusal | null> {
  const row = found(await importWithId(db, id), 'list')
  if (row.state !== 'waiting') return row.state === 'imported' ? null : 'not-waiting'
  const lines = await linesOf(db, id)
  const judged = await judgeList(db, row.kind, readAgain(lines), now)
  if (judged.checksum !== row.judged) {
    await judgeAnew(db, row, lines, judged)
    return 'changed-meanwhile'
  }
  return decide(db, 'list_import', id, async (tx) => {
    const current = found(await importWithId(tx, id), 'list')
    if (current.state === 'imported') return null
    const refusal = refusalToImport({
      ...{ state: current.state, lines: await linesOf(tx, id) },
      isAsSeen: current.judged === seen && current.judged === judged.checksum,
      isAsJudged: (await directoryNow(tx)) === judged.directory,
    })
    if (refusal) return refusal
    await carryOut(tx, current, by, now)
    return null
  })
}

async function carryOut(tx: Tx, row: ImportRow, by: Member, now: Instant): Promise<void> {
  const lines = await linesOf(tx, row.id)
  const isNew = ({ outcome, choice }: LineRow): boolean => outcome === 'new' || choice === 'new'
  const added = lines.filter(isNew)
  const changed = lines.filter(
    ({ outcome, choice, detail }) => (outcome === 'change' || choice === 'same') && detail.changes,
  )
  const counts = { added: added.length, changed: changed.length, lines: lines.length }
  await setImported(tx, row.id, { by: by.id, at: now, counts })
  await setDone(tx, row, changed)
  if (row.kind === 'organisations') {
    await addAll(tx, added, now)
    for (const line of changed) await change(tx, line, now)
    await tx
      .updateTable('list_import_line')
      .set((eb) => ({ organisation_id: eb.ref('id') }))
      .where('import_id', '=', row.id)
      .where('done', '=', 'added')
      .execute()
  }
  const detail = { kind: row.kind, ...counts }
  await record(tx, { what: 'list-imported', by: by.id, about: row.id, at: now, detail })
}

/** What becomes of each line, in a few statements however many there are. */
async function setDone(tx: Tx, { id, kind }: ImportRow, changed: readonly LineRow[]): Promise<void> {
  const ofList = () => tx.updateTable('list_import_line').where('import_id', '=', id)
  await ofList()
    .set({ done: kind === 'contacts' ? 'listed' : 'added' })
    .where((eb) => eb.or([eb('outcome', '=', 'new'), eb('choice', '=', 'new')]))
    .execute()
  for (const part of inParts(changed))
    await ofList()
      .set({ done: 'changed' })
      .where(
        'line',
        'in',
        part.map(({ line }) => line),
      )
      .execute()
  // Of people who need not be asked nothing is kept.
  await ofList()
    .set(kind === 'contacts' ? { done: 'nothing', cells: null } : { done: 'nothing' })
    .where('done', 'is', null)
    .execute()
}

async function addAll(tx: Tx, lines: readonly LineRow[], now: Instant): Promise<void> {
  const taken = await slugsOfOrganisations(tx)
  for (const part of inParts(lines)) {
    const rows = part.map(({ id, cells }) => {
      const said = cells?.organisation ?? {}
      const slug = freeSlug(slugOf(Object.values(said.name ?? {})[0] ?? '') || id, taken)
      taken.add(slug)
      return { ...rowOf(said), id, slug, created_at: now, changed_at: now }
    })
    await insertRows(tx, 'organisation', rows)
  }
}

/** What nobody has said is not shown: an address is for the office alone until somebody says otherwise. */
const rowOf = (said: ListedOrganisation) => ({
  ...{ name: said.name ?? {}, sector: said.sector ?? 'civil-society', kind: said.kind ?? 'association' },
  ...{ about: said.about ?? {}, for_whom: said.for_whom ?? {}, areas: said.areas ?? [] },
  ...{ languages: said.languages ?? [], number: said.number ?? null, place: said.place ?? null },
  ...{ website: said.website ?? null, contact_email: said.contact_email ?? null, party_id: null },
  ...{ contact_is_shown: said.contact_is_shown ?? 0, search_text: namesToSearch(said.name ?? {}) },
  ...sortKeys(said.name ?? {}),
})

async function change(tx: Tx, { organisation_id, detail }: LineRow, now: Instant): Promise<void> {
  const changes = Object.fromEntries((detail.changes ?? []).map(({ field, to }) => [field, to]))
  await setFields(tx, organisation_id ?? '', changes, { changed_at: now })
}

/** Writes fields that a list changed, or had changed; entries that were joined with it are called as it is. */
export async function setFields(
  tx: Tx,
  id: string,
  fields: Readonly<Record<string, unknown>>,
  also: Readonly<Record<string, unknown>>,
): Promise<void> {
  const columns = Object.entries(fields).map(([field, value]) => [
    field,
    typeof value === 'object' && value !== null ? json(value) : value,
  ])
  const name = fields['name'] as ListedOrganisation['name']
  const keys = name ? { search_text: namesToSearch(name), ...sortKeys(name) } : {}
  const row = { ...Object.fromEntries(columns), ...keys, ...also } as { changed_at: Instant }
  await tx.updateTable('organisation').set(row).where('id', '=', id).execute()
  if (name)
    await tx
      .updateTable('organisation')
      .set({ name: json(name) })
      .where('merged_into', '=', id)
      .execute()
}

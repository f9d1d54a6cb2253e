import { isListed } from '#programme/index.ts'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'

/** What shows how a commitment goes, as pages want it: a thing of ours, an address elsewhere, or a number of a day. */
export interface Evidence {
  id: string
  update_id: string
  kind: 'event' | 'material' | 'partnership' | 'link' | 'number'
  title: Texts | null
  path: string | null
  url: string | null
  amount: number | null
  unit: Texts | null
  on_day: string | null
}

/** In the order of the updates. What is not public any longer is left out. */
export async function evidenceOf(db: Reads, commitmentId: string): Promise<Evidence[]> {
  const rows = await db
    .selectFrom('commitment_evidence')
    .innerJoin('commitment_update', 'commitment_update.id', 'commitment_evidence.update_id')
    .leftJoin('event', (join) =>
      join
        .onRef('event.id', '=', 'commitment_evidence.event_id')
        .on('event.published_at', 'is not', null)
        .on(isListed()),
    )
    .leftJoin('material', (join) =>
      join
        .onRef('material.id', '=', 'commitment_evidence.material_id')
        .on('material.published_at', 'is not', null),
    )
    .leftJoin('partnership', 'partnership.id', 'commitment_evidence.partnership_id')
    .select(['commitment_evidence.id', 'commitment_evidence.update_id', 'commitment_evidence.kind'])
    .select(['commitment_evidence.url', 'commitment_evidence.amount', 'commitment_evidence.unit'])
    .select(['commitment_evidence.on_day', 'event.slug', 'event.title', 'material.id as material'])
    .select(['material.title as material_title', 'partnership.slug as partnership'])
    .select('partnership.name as partnership_name')
    .where('commitment_evidence.commitment_id', '=', commitmentId)
    .orderBy('commitment_update.at')
    .orderBy('commitment_evidence.id')
    .execute()
  return rows.flatMap(
    ({ slug, title, material, material_title, partnership, partnership_name, ...row }): Evidence[] => {
      if (row.kind === 'event') return slug ? [{ ...row, title, path: `/events/${slug}` }] : []
      if (row.kind === 'material')
        return material ? [{ ...row, title: material_title, path: `/materials/${material}` }] : []
      if (row.kind === 'partnership')
        return partnership ? [{ ...row, title: partnership_name, path: `/network/${partnership}` }] : []
      return [{ ...row, title: null, path: null }]
    },
  )
}

/** How many pieces of evidence each of these has. */
export async function countsOfEvidence(db: Reads, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('commitment_evidence')
    .select('commitment_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('commitment_id', 'in', ids)
    .groupBy('commitment_id')
    .execute()
  return new Map(rows.map(({ commitment_id, count }) => [commitment_id, count]))
}

export interface NewEvidence {
  eventId: string | null
  materialId: string | null
  partnershipId: string | null
  number: { amount: number; unit: Texts; day: string } | null
}

export async function addEvidence(
  db: Writes,
  about: { update_id: string; commitment_id: string },
  { eventId, materialId, partnershipId, number }: NewEvidence,
): Promise<void> {
  const none = {
    ...{ event_id: null, material_id: null, partnership_id: null, url: null },
    ...{ amount: null, unit: null, on_day: null },
  }
  const rows = [
    ...(eventId ? [{ ...none, kind: 'event' as const, event_id: eventId }] : []),
    ...(materialId ? [{ ...none, kind: 'material' as const, material_id: materialId }] : []),
    ...(partnershipId ? [{ ...none, kind: 'partnership' as const, partnership_id: partnershipId }] : []),
    ...(number
      ? [
          {
            ...none,
            ...{
              kind: 'number' as const,
              amount: number.amount,
              unit: json(number.unit),
              on_day: number.day,
            },
          },
        ]
      : []),
  ]
  if (rows.length === 0) return
  await db
    .insertInto('commitment_evidence')
    .values(rows.map((row) => ({ id: newId(), ...about, ...row })))
    .execute()
}

const optionsMax = 60

/** What can be pointed at: events that were held, material that is published, partnerships; the latest first. */
export async function toPointAt(db: Reads, now: Instant) {
  const [events, materials, partnerships] = await Promise.all([
    db
      .selectFrom('event')
      .select(['id', 'title', 'starts_at'])
      .where('published_at', 'is not', null)
      .where(isListed())
      .where('cancelled_at', 'is', null)
      .where('starts_at', '<=', now)
      .orderBy('starts_at', 'desc')
      .limit(optionsMax)
      .execute(),
    db
      .selectFrom('material')
      .select(['id', 'title'])
      .where('published_at', 'is not', null)
      .orderBy('published_at', 'desc')
      .limit(optionsMax)
      .execute(),
    db.selectFrom('partnership').select(['id', 'name as title']).orderBy('position').execute(),
  ])
  return { events, materials, partnerships }
}

export type ToPointAt = Awaited<ReturnType<typeof toPointAt>>

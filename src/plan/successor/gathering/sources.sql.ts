import type { Insertable } from 'kysely'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { isListed } from '#programme/index.ts'
import type { Reads, Writes } from '../../tables.ts'
import type { SuccessorTables } from '../tables.ts'
import type { SourceKind } from './gather.rules.ts'

/** Something that others gave, which the next plan may take in. */
export interface Source {
  kind: SourceKind
  id: string
  title: Texts
  about: Texts
  /** Where it can be read, and where its thread is. */
  path: string | null
  thread: string | null
  since: Instant
  recommendationId: string | null
}

const noDate = '0000'

/** Everything that came since the plan before began: what waits, and what was decided about. */
export async function sourcesSince(db: Reads, since: Instant): Promise<Source[]> {
  const all = await Promise.all([
    acceptedRecommendations(db),
    reports(db, since),
    focusProposals(db, since),
    themes(db, since),
    needs(db, since),
  ])
  return all.flat()
}

/** Said yes to by their receivers, and no commitment anywhere yet. */
async function acceptedRecommendations(db: Reads): Promise<Source[]> {
  const rows = await db
    .selectFrom('recommendation')
    .innerJoin('answer', 'answer.recommendation_id', 'recommendation.id')
    .innerJoin('event', 'event.id', 'recommendation.event_id')
    .select(['recommendation.id', 'recommendation.number', 'recommendation.text', 'event.title'])
    .select('answer.recorded_at')
    .where('answer.kind', 'in', ['accepted', 'partly'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('commitment')
            .select('commitment.id')
            .whereRef('commitment.recommendation_id', '=', 'recommendation.id'),
        ),
      ),
    )
    .orderBy('recommendation.number')
    .execute()
  return rows.map(({ id, number, text, title, recorded_at }) => ({
    ...{ kind: 'recommendation', id, title: text, about: title, since: recorded_at, recommendationId: id },
    ...{ path: `/recommendations/${number}`, thread: `/thread/recommendation/${number}` },
  }))
}

async function reports(db: Reads, since: Instant): Promise<Source[]> {
  const rows = await db
    .selectFrom('event')
    .innerJoin('note', 'note.event_id', 'event.id')
    .select(['event.id', 'event.slug', 'event.title', 'event.lead', 'note.published_at'])
    .where('note.state', '=', 'published')
    .where('note.published_at', '>=', since)
    .where('event.published_at', 'is not', null)
    .where(isListed())
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('harvest_group')
          .select('harvest_group.id')
          .whereRef('harvest_group.event_id', '=', 'event.id'),
      ),
    )
    .orderBy('event.starts_at')
    .execute()
  return rows.map(({ id, slug, title, lead, published_at }) => ({
    ...{ kind: 'report', id, title, about: lead, since: published_at ?? noDate, recommendationId: null },
    ...{ path: `/reports/${slug}`, thread: `/thread/event/${slug}` },
  }))
}

/** Focus areas that were proposed, and did not become the year's. */
async function focusProposals(db: Reads, since: Instant): Promise<Source[]> {
  const rows = await db
    .selectFrom('focus_proposal')
    .select(['id', 'year', 'title', 'why', 'created_at'])
    .where('state', 'in', ['proposed', 'not-chosen'])
    .where('created_at', '>=', since)
    .orderBy('created_at')
    .execute()
  return rows.map(({ id, year, title, why, created_at }) => ({
    ...{ kind: 'focus', id, title, about: why, since: created_at, recommendationId: null },
    ...{ path: `/focus-areas/${year}#proposal-${id}`, thread: null },
  }))
}

/** Themes that were proposed for forums and shown to everybody, but did not become one. */
async function themes(db: Reads, since: Instant): Promise<Source[]> {
  const rows = await db
    .selectFrom('theme_proposal')
    .select(['id', 'call_id', 'title', 'why', 'language', 'decided_at'])
    .where('state', '=', 'shown')
    .where('decided_at', '>=', since)
    .where('id', 'not in', (eb) =>
      eb.selectFrom('theme_decision').select('proposal_id').where('proposal_id', 'is not', null).$castTo<{
        proposal_id: string
      }>(),
    )
    .orderBy('decided_at')
    .execute()
  return rows.map(({ id, call_id, title, why, language, decided_at }) => ({
    ...{ kind: 'theme', id, title: { [language]: title }, about: { [language]: why } },
    ...{ since: decided_at ?? noDate, recommendationId: null, path: `/themes/${call_id}`, thread: null },
  }))
}

/** Needs that are open still: no lunch has met them. */
async function needs(db: Reads, since: Instant): Promise<Source[]> {
  const rows = await db
    .selectFrom('lunch_need')
    .select(['id', 'number', 'words', 'why', 'language', 'opened_at'])
    .where('state', 'in', ['open', 'matched'])
    .where('opened_at', '>=', since)
    .orderBy('number')
    .execute()
  return rows.map(({ id, number, words, why, language, opened_at }) => ({
    ...{ kind: 'need', id, title: words, about: why === null ? {} : { [language]: why } },
    ...{ since: opened_at ?? noDate, recommendationId: null, path: `/needs/${number}`, thread: null },
  }))
}

export const gatheredOf = (db: Reads, successorId: string) =>
  db.selectFrom('gathered').selectAll().where('successor_id', '=', successorId).execute()
export type Gathered = Awaited<ReturnType<typeof gatheredOf>>[number]

/** What was decided last stands. */
export const putGathered = (db: Writes, row: Insertable<SuccessorTables['gathered']>) =>
  db
    .insertInto('gathered')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['successor_id', 'kind', 'source_id']).doUpdateSet((eb) => ({
        outcome: eb.ref('excluded.outcome'),
        reason: eb.ref('excluded.reason'),
        draft_commitment_id: eb.ref('excluded.draft_commitment_id'),
        by_person: eb.ref('excluded.by_person'),
        decided_at: eb.ref('excluded.decided_at'),
      })),
    )
    .execute()

/** Its commitment was taken out of the draft: it waits again. */
export const letItWait = (db: Writes, draftCommitmentId: string) =>
  db.deleteFrom('gathered').where('draft_commitment_id', '=', draftCommitmentId).execute()

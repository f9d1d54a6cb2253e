import { sql } from 'kysely'
import type { Texts } from '#platform/language.ts'
import type { Reads } from '../tables.ts'
import { type Counted, type Counting, whole } from './counted.ts'
import { inAll } from './names.ts'

const scales = ['expectations', 'said', 'learnt', 'next_step'] as const
// Fewer answers than this could point at somebody; the evaluations themselves show no mean of fewer.
const answersMin = 5

interface Sum {
  answers: number
  sum: number
}

interface Shown {
  key: string
  name: Texts
  figures: Partial<Record<(typeof scales)[number], { all: Sum }>>
}

const plus = (one: Sum, other: Sum | undefined): Sum => ({
  answers: one.answers + (other?.answers ?? 0),
  sum: one.sum + (other?.sum ?? 0),
})

/** What those who came thought: means of what is shown with each meeting, and of nothing else. */
export async function countEvaluations(db: Reads, counting: Counting): Promise<Counted> {
  const shown = await shownIn(db, counting)
  const sumOf = (rows: readonly Shown[], scale: (typeof scales)[number]): Sum =>
    rows.reduce((sum, { figures }) => plus(sum, figures[scale]?.all), { answers: 0, sum: 0 })
  const meansOf = (item: string, name: Texts, { answers, sum }: Sum) =>
    answers < answersMin
      ? []
      : [
          {
            measure: 'mean',
            item,
            name,
            value: Math.round((sum / answers) * 100) / 100,
            unit: 'mean' as const,
          },
          { measure: 'answers', item, name, value: answers, unit: 'count' as const },
        ]
  const ofSeries = Map.groupBy(shown, ({ key }) => key)
  return {
    figures: [
      whole('meetings', shown.length),
      ...scales.flatMap((scale) =>
        meansOf(`all.${scale}`, inAll(`evaluation.question.${scale}`), sumOf(shown, scale)),
      ),
      ...[...ofSeries].flatMap(([key, rows]) =>
        meansOf(key, rows[0]?.name ?? {}, sumOf(rows, 'expectations')),
      ),
    ],
    lines: [],
  }
}

async function shownIn(db: Reads, { from, until }: Counting): Promise<Shown[]> {
  const rows = await db
    .selectFrom('evaluation_shown')
    .innerJoin('event', 'event.id', 'evaluation_shown.event_id')
    .innerJoin('series', 'series.id', 'event.series_id')
    .select(['series.key', 'series.name', 'evaluation_shown.figures'])
    .where('evaluation_shown.kind', '=', 'evaluation')
    .where('event.starts_at', '>=', from)
    .where('event.starts_at', '<', until)
    .where('event.published_at', 'is not', null)
    .where(sql<boolean>`not exists (select 1 from event_audience where event_id = event.id and unlisted = 1)`)
    .orderBy('series.position')
    .orderBy('event.id')
    .execute()
  return rows.map(({ figures, ...row }) => ({ ...row, figures: figures as Shown['figures'] }))
}

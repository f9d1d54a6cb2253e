import { answerKinds, stateOf } from '#forum/index.ts'
import { isListed } from '#programme/index.ts'
import type { Reads } from '../tables.ts'
import { type Counted, type Counting, isIn, whole } from './counted.ts'
import type { Line } from './content.ts'
import { asTyped } from './names.ts'

/** What was handed over, answered and left unanswered; what came after the day is as if it had not happened. */
export async function countRecommendations(db: Reads, { year, asOf }: Counting): Promise<Counted> {
  const all = (await handedOverBy(db, asOf)).map((row) => asOn(row, asOf))
  const ofYear = all.filter(
    ({ row, state }) =>
      isIn(year, row.handed_over_on) ||
      isIn(year, row.answered_on) ||
      state === 'late' ||
      state === 'waiting',
  )
  const answered = all.filter(({ row }) => isIn(year, row.answered_on))
  return {
    figures: [
      whole('handed-over', all.filter(({ row }) => isIn(year, row.handed_over_on)).length),
      whole('answered', answered.length),
      ...answerKinds.map((kind) => whole(kind, answered.filter(({ state }) => state === kind).length)),
      whole('waiting', all.filter(({ state }) => state === 'waiting').length),
      whole('late', all.filter(({ state }) => state === 'late').length),
    ],
    lines: ofYear.map(lineOf),
  }
}

type Row = Awaited<ReturnType<typeof handedOverBy>>[number]

/** An answer that came later had not come yet. */
function asOn(row: Row, asOf: string) {
  const isAnswered = row.answered_on !== null && row.answered_on <= asOf
  const own = isAnswered ? row : { ...row, answer_kind: null, answered_on: null, outcome: null }
  return { row: own, state: stateOf(own, asOf) }
}

function lineOf({ row, state }: ReturnType<typeof asOn>): Line {
  const receiver = row.organisation_name ?? asTyped(row.receiver_name ?? '')
  return {
    title: row.text,
    path: `/recommendations/${row.number}`,
    state,
    facts: [
      { what: 'receiver', text: receiver },
      ...(row.handed_over_on ? [{ what: 'handed-over', day: row.handed_over_on }] : []),
      ...(row.answered_on ? [{ what: 'answered', day: row.answered_on }] : []),
      ...(!row.answered_on && row.answer_due_on ? [{ what: 'due', day: row.answer_due_on }] : []),
      ...(row.outcome ? [{ what: 'outcome', text: row.outcome }] : []),
    ],
  }
}

const handedOverBy = (db: Reads, day: string) =>
  db
    .selectFrom('recommendation')
    .innerJoin('event', 'event.id', 'recommendation.event_id')
    .leftJoin('organisation', 'organisation.id', 'recommendation.receiver_organisation_id')
    .leftJoin('answer', 'answer.recommendation_id', 'recommendation.id')
    .leftJoin('answer_outcome', 'answer_outcome.answer_id', 'answer.id')
    .select([
      'recommendation.number',
      'recommendation.text',
      'recommendation.receiver_name',
      'recommendation.handed_over_on',
      'recommendation.answer_due_on',
      'organisation.name as organisation_name',
      'answer.kind as answer_kind',
      'answer.answered_on',
      'answer_outcome.words as outcome',
    ])
    .where('recommendation.handed_over_on', '<=', day)
    .where('event.published_at', 'is not', null)
    .where(isListed())
    .orderBy('recommendation.number')
    .execute()

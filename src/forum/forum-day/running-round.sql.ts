import type { Reads } from '../tables.ts'

/** The round that was started last, its question, and how many there are. */
export const latestRun = (db: Reads, eventId: string) =>
  db
    .selectFrom('round_run')
    .innerJoin('forum_round', (join) =>
      join
        .onRef('forum_round.event_id', '=', 'round_run.event_id')
        .onRef('forum_round.number', '=', 'round_run.round'),
    )
    .leftJoin('forum_question', 'forum_question.id', 'forum_round.question_id')
    .select(['round_run.round', 'started_at', 'ends_at', 'ended_at', 'paused_at', 'forum_question.words'])
    .select((eb) =>
      eb
        .selectFrom('forum_round')
        .select((sub) => sub.fn.countAll<number>().as('count'))
        .where('event_id', '=', eventId)
        .$asScalar()
        .$notNull()
        .as('rounds'),
    )
    .where('round_run.event_id', '=', eventId)
    .orderBy('round_run.round', 'desc')
    .limit(1)
    .executeTakeFirst()

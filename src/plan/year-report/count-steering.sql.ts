import { localDate } from '#platform/time.ts'
import type { Reads } from '../tables.ts'
import { type Counted, type Counting, whole } from './counted.ts'
import { steeringMeeting } from './names.ts'

/** Meetings of the steering group that were held, and what they decided as far as their minutes are published. */
export async function countSteering(db: Reads, { from, until, now }: Counting): Promise<Counted> {
  const held = await db
    .selectFrom('steering_meeting')
    .select(['id', 'starts_at', 'state'])
    .where('starts_at', '>=', from)
    .where('starts_at', '<', until)
    .where('ends_at', '<', now)
    .where('cancelled_at', 'is', null)
    .orderBy('starts_at')
    .execute()
  const decisions = await db
    .selectFrom('steering_decision')
    .innerJoin('steering_meeting as meeting', 'meeting.id', 'steering_decision.meeting_id')
    .select(['steering_decision.meeting_id', 'steering_decision.words'])
    .where('meeting.starts_at', '>=', from)
    .where('meeting.starts_at', '<', until)
    .where('meeting.state', '=', 'published')
    .orderBy('steering_decision.number')
    .execute()
  const byMeeting = Map.groupBy(decisions, ({ meeting_id }) => meeting_id)
  return {
    figures: [whole('meetings', held.length), whole('decisions', decisions.length)],
    lines: held.map(({ id, starts_at, state }) => ({
      title: steeringMeeting(),
      path: `/steering-group/meetings/${id}`,
      state: state === 'published' ? 'published' : null,
      facts: [
        { what: 'day', day: localDate(starts_at) },
        ...(byMeeting.get(id) ?? []).map(({ words }) => ({ what: 'decision', text: words })),
      ],
    })),
  }
}

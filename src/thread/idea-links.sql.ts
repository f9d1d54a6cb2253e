import type { Join } from './join.ts'

type Made = 'event' | 'commitment' | 'partnership'

const made = (kind: 'lunch-need' | Made, to: 'need' | Made): Join => ({
  from: 'idea',
  to,
  pairs: (db, side, ids) =>
    db
      .selectFrom('idea_led_to')
      .select(['idea_id as from', 'target_id as to'])
      .where('kind', '=', kind)
      .where(side === 'from' ? 'idea_id' : 'target_id', 'in', ids)
      .execute(),
})

/** What was made of ideas, and which idea another was joined with. */
export const ideaJoins: readonly Join[] = [
  made('lunch-need', 'need'),
  made('event', 'event'),
  made('commitment', 'commitment'),
  made('partnership', 'partnership'),
  {
    from: 'idea',
    to: 'idea',
    pairs: (db, side, ids) =>
      db
        .selectFrom('idea')
        .select(['id as from', 'into_id as to'])
        .where(side === 'from' ? 'id' : 'into_id', 'in', ids)
        .where('into_id', 'is not', null)
        .$narrowType<{ to: string }>()
        .execute(),
  },
  {
    from: 'idea',
    to: 'theme',
    pairs: (db, side, ids) =>
      db
        .selectFrom('idea_led_to')
        .innerJoin('theme_proposal', 'theme_proposal.id', 'idea_led_to.target_id')
        .select(['idea_led_to.idea_id as from', 'theme_proposal.call_id as to'])
        .where('idea_led_to.kind', '=', 'theme-proposal')
        .where(side === 'from' ? 'idea_led_to.idea_id' : 'theme_proposal.call_id', 'in', ids)
        .execute(),
  },
  {
    from: 'idea',
    to: 'event',
    pairs: (db, side, ids) =>
      db
        .selectFrom('idea_led_to')
        .innerJoin('dialogue', 'dialogue.id', 'idea_led_to.target_id')
        .select(['idea_led_to.idea_id as from', 'dialogue.event_id as to'])
        .where('idea_led_to.kind', '=', 'forum-theme')
        .where(side === 'from' ? 'idea_led_to.idea_id' : 'dialogue.event_id', 'in', ids)
        .execute(),
  },
]

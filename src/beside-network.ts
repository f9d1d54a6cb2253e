import { ideasBehind } from '#ideas/index.ts'
import type { BesideNetwork } from '#network/index.ts'
import { adoptedGoals } from '#plan/index.ts'
import type { DbOf } from '#platform/handle.ts'
import { allThemes, eventsToChooseFrom, eventWithId } from '#programme/index.ts'
import { threadPart } from '#thread/index.ts'
import type { AllTables } from './tables.ts'

/** What the network shows of the slices above it. */
export const besideNetwork = (db: DbOf<AllTables>): BesideNetwork => ({
  themes: async (language) => (await allThemes(db, language)).filter(({ ended_at }) => ended_at === null),
  goals: () => adoptedGoals(db),
  async eventWithId(id) {
    const event = await eventWithId(db, id)
    if (!event) return undefined
    return {
      title: event.title,
      slug: event.slug,
      isSeen: event.published_at !== null && event.unlisted === 0,
    }
  },
  eventsBetween: (after, before) => eventsToChooseFrom(db, { after, before }),
  thread: threadPart(db),
  ideasBehind: (partnershipId) => ideasBehind(db, partnershipId),
})

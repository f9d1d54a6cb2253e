import type { CommitmentLink, CommitmentOf } from '#forum/index.ts'
import { commitmentsOfRecommendations } from './commitments.sql.ts'
import type { Db } from './tables.ts'

/** What recommendations have become, as the forum's pages want to hear it. */
export const commitmentLinks =
  (db: Db): CommitmentOf =>
  async (recommendationIds) => {
    const links = new Map<string, CommitmentLink[]>()
    for (const { recommendation_id, title, number, removed_on } of await commitmentsOfRecommendations(
      db,
      recommendationIds,
    )) {
      if (recommendation_id === null) continue
      const link = { title, path: `/plan/commitments/${number}`, isTakenOut: removed_on !== null }
      links.set(recommendation_id, [...(links.get(recommendation_id) ?? []), link])
    }
    return links
  }

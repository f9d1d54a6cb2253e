import type { InvitedAnswer } from './invitation.rules.ts'

/** So many of those who answered alike are shown where all answers are; the others have pages of their own. */
const besideMax = 10
/** So many stand on a page of those who answered alike. */
const perPage = 50

/** What of the list is looked at: a part of every answer, or a page of one. */
export type Looking = { answer: null } | { answer: InvitedAnswer; page: number }

interface Shown<Line> {
  lines: Line[]
  many: number
  /** Whether there are more of them than are shown where all answers are. */
  isCut: boolean
  earlier: number | null
  later: number | null
}

/** Of those who answered alike, the ones to show, and which pages are before and after. */
export function shownOf<Line>(all: readonly Line[], looking: Looking): Shown<Line> {
  const many = all.length
  if (looking.answer === null)
    return { lines: all.slice(0, besideMax), many, isCut: many > besideMax, earlier: null, later: null }
  const last = Math.max(1, Math.ceil(many / perPage))
  const page = Math.min(Math.max(1, looking.page), last)
  return {
    lines: all.slice((page - 1) * perPage, page * perPage),
    ...{ many, isCut: false },
    earlier: page > 1 ? page - 1 : null,
    later: page < last ? page + 1 : null,
  }
}

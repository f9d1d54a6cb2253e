import type { Words } from '#platform/words.ts'
import type { Side } from '../opinion-map/representative.rules.ts'
import type { Share, Shares } from './shares-to-tell.rules.ts'

/** A share as one says it: of so few that it is not told exactly, about how much. */
function shareInWords(t: Words, share: Share, told: 'exact' | 'tens'): string {
  if (typeof share === 'string') return t(`opinions.share.${share}`)
  return t(`opinions.share.${told}`, { share })
}

/** How some people voted. */
export function sharesInWords(t: Words, shares: Shares): string {
  if (shares.told === 'words') return t(`opinions.most.${shares.most}`)
  const { agree, disagree, told } = shares
  return t('opinions.shares', {
    ...{ agree: shareInWords(t, agree, told), disagree: shareInWords(t, disagree, told) },
  })
}

/** The same in a narrow column, whose caption says what comes first. */
export function sharesInColumn(t: Words, shares: Shares | null | undefined): string {
  if (!shares) return '–'
  if (shares.told === 'words') return t(`opinions.most.${shares.most}`)
  const { agree, disagree, told } = shares
  return t('opinions.table.shares', {
    ...{ agree: shareInWords(t, agree, told), disagree: shareInWords(t, disagree, told) },
  })
}

/** Of a group: how many take this side. */
export const ownInWords = (t: Words, shares: Shares, side: Side): string =>
  shares.told === 'words'
    ? t(`opinions.most.${shares.most}`)
    : t(`opinions.groups.own-${side}`, { share: shareInWords(t, shares[side], shares.told) })

/** What another group says of the same. */
export const otherInWords = (t: Words, name: string, shares: Shares, side: Side): string =>
  t('opinions.groups.other', {
    name,
    share:
      shares.told === 'words'
        ? t(`opinions.most.${shares.most}`)
        : shareInWords(t, shares[side], shares.told),
  })

/** What even the most doubtful part says: in percent only when each part is told so. */
export function leastInWords(t: Words, parts: readonly (Shares | null)[], side: Side): string {
  const known = parts.flatMap((shares) => (shares?.told === 'exact' ? [shares[side]] : []))
  return known.length < parts.length
    ? t(`opinions.least-half-${side}`)
    : t(`opinions.least-${side}`, { share: Math.min(...known) })
}

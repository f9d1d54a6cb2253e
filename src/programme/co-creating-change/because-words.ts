import type { Words } from '#platform/words.ts'
import type { Because, NotChosen } from './selection.rules.ts'

/** Why somebody is in the group, on a list, or neither: in sentences that the office can say to anybody who asks. */
export function becauseInWords(t: Words, because: Because | NotChosen): string {
  const line = 'line' in because ? t(`co-creating-change.whose.${because.line}`) : ''
  const short = 'short' in because ? t(`co-creating-change.whose.${because.short}`) : ''
  const first = t(`co-creating-change.because.${because.kind}`, { ...because, line, short })
  if (!('sameSize' in because)) return first
  const spread = t('co-creating-change.because.spread', {
    sameSize: because.sameSize,
    samePart: because.samePart,
  })
  const lot =
    because.drawnAmong > 1 ? t('co-creating-change.because.drawn', { among: because.drawnAmong }) : ''
  return [first, spread, lot].filter(Boolean).join(' ')
}

import { lookOf } from '#people/index.ts'
import { longDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { SectorMark } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Words } from '#platform/words.ts'
import { slotsThatCount, sideWithId, type Slot, type TurnSide, type Turns } from './load-turns.ts'
import { whoseTurn } from './turns.rules.ts'

/** A side by its pattern, its colour and its name. */
export const SideName = ({ side, t }: { side: TurnSide; t: Words }) => (
  <span class="hour-side">
    <SectorMark look={lookOf(side.key)} />{' '}
    <span class="starts">
      <Text of={side.name} t={t} />
    </span>
  </span>
)

/** Whose turn it is, and why, in one sentence: that of the side which a new slot would go to, on every page the same. */
export function turnInWords(t: Words, turns: Turns): string {
  const next = whoseTurn(turns.history)
  if (!next) return ''
  const name = (id: string) => inLanguage(sideWithId(turns, id).name, t.language)
  const values = { side: name(next.side), other: next.other ? name(next.other) : '' }
  return t(`malmo-hour.turn.because.${next.because}`, values)
}

/** Whom the next slot without a presentation belongs to, and when its hour is; for those who would like to present. */
export function openInWords({ t, language, now }: Visit, turns: Turns): string | null {
  const open = slotsThatCount(turns).find(
    (slot) => isPublic(slot) && slot.hour.starts_at > now && !slot.isTaken && slot.side !== null,
  )
  if (!open?.side) return null
  const side = inLanguage(sideWithId(turns, open.side).name, language)
  return t('malmo-hour.turn.open', { side, date: longDate(language, open.hour.starts_at) })
}

/** What is in no list yet is for the office alone. */
export const isPublic = ({ hour }: Slot): boolean => hour.published_at !== null && hour.is_listed === 1

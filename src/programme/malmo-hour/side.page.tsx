import { lookOf } from '#people/index.ts'
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

/** Who presents next: the side of the first coming slot without a presentation, else of the next slot there will be. */
function nextUp(turns: Turns, isShown: (slot: Slot) => boolean, now: string) {
  const open = slotsThatCount(turns).find(
    (slot) => isShown(slot) && slot.hour.starts_at > now && !slot.isTaken && slot.side !== null,
  )
  if (!open) return whoseTurn(turns.history)
  const because = open.turn?.kind === 'swapped' ? 'swapped' : open.turn?.because
  return { side: open.side ?? '', because: because ?? 'begins', other: open.turn?.other_party_id ?? null }
}

/** Whose turn it is, and why, in one sentence. */
export function turnInWords(t: Words, turns: Turns, isShown: (slot: Slot) => boolean, now: string): string {
  const next = nextUp(turns, isShown, now)
  if (!next) return ''
  const name = (id: string) => inLanguage(sideWithId(turns, id).name, t.language)
  const values = { side: name(next.side), other: next.other ? name(next.other) : '' }
  return t(`malmo-hour.turn.because.${next.because}`, values)
}

/** What is in no list yet is for the office alone. */
export const isPublic = ({ hour }: Slot): boolean => hour.published_at !== null && hour.is_listed === 1

import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Tag, type TagKind } from '#platform/ui/parts.tsx'
import type { Words } from '#platform/words.ts'
import { daysLate } from './need.rules.ts'
import { pointsOf, type Queued } from './queue.rules.ts'
import type { NeedRow, NeedState } from './tables.ts'

const tagKinds: Record<NeedState, TagKind> = {
  new: 'plain',
  open: 'waiting',
  joined: 'waiting',
  matched: 'waiting',
  planned: 'good',
  met: 'good',
  answered: 'plain',
  'turned-down': 'stopped',
  withdrawn: 'stopped',
}

interface Props {
  visit: Visit
  need: Pick<NeedRow, 'state' | 'answer_due_on'>
}

/** Where a need stands, in a word or two; and, when its answer is late, how late. */
export function NeedTag({ visit: { t, now }, need }: Props) {
  const late = daysLate(need, localDate(now))
  return (
    <>
      <Tag kind={tagKinds[need.state]}>{t(`lunch-and-learn.state.${need.state}`)}</Tag>
      {late !== null && <Tag kind="late">{t('lunch-and-learn.late', { days: late })}</Tag>}
    </>
  )
}

/** Who stands behind a need and how long it has waited: what its place in the queue comes from. */
export function behindInWords(
  { t, now }: Pick<Visit, 't' | 'now'>,
  need: Omit<Queued, 'number'> & Pick<NeedRow, 'ended_at'>,
): string {
  // What is over waits no longer.
  const { organisations, alone, months } = pointsOf(need, need.ended_at ?? now)
  const key = need.ended_at ? 'lunch-and-learn.behind-over' : 'lunch-and-learn.behind'
  return t(key, { organisations, alone, months })
}

interface Named {
  organisation: Texts | null
  organisation_name: string | null
}

/** The organisation that asks or offers, or nothing. */
export const organisationInWords = (t: Words, { organisation, organisation_name }: Named): string =>
  organisation ? inLanguage(organisation, t.language) : (organisation_name ?? '')

import type { Filled } from '#platform/form.ts'
import { perLanguage } from '../event-filled.ts'
import type { Item, Speaker } from './agenda.sql.ts'

/** A stored item as its form would have been filled in. */
export const filledFromItem = (
  { kind, title, minutes, pinned_to }: Item,
  speakerIds: readonly string[],
): Filled => ({
  ...{ kind, minutes: String(minutes), pinned: pinned_to ?? '', speakers: speakerIds },
  ...perLanguage('title', title),
})

export const filledFromSpeaker = ({ name, role, organisation, email, consented_at }: Speaker): Filled => ({
  ...{ name, role: role ?? '', organisation: organisation ?? '', email: email ?? '' },
  consent: consented_at === null ? '' : 'yes',
})

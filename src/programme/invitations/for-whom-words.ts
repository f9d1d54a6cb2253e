import type { Words } from '#platform/words.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import { capacitiesFor, type OpenTo } from './for-whom.rules.ts'

/** "Efter inbjudan", "För förtroendevalda och tjänstepersoner"; nothing when it is for everybody. */
export function forWhomInWords(t: Words, event: OpenTo): string | null {
  switch (event.for_whom) {
    case 'everyone':
      return null
    case 'invitation':
      return t('invitations.for-whom.invitation')
    case 'sectors':
      return t('invitations.for-whom.sectors', { sectors: sectorsInWords(t, event) })
  }
}

/** "förtroendevalda och tjänstepersoner". */
export const sectorsInWords = (t: Words, event: OpenTo): string =>
  new Intl.ListFormat(t.language, { type: 'conjunction' }).format(
    capacitiesFor(event, capacities).map((one) => t(`invitations.those.${one}`)),
  )

import type { Visit } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { Text } from '#platform/ui/text.tsx'
import type { PartnershipState } from './partnership.rules.ts'
import { StateTag } from './state-tag.page.tsx'

interface Props {
  visit: Visit
  eventId: string
  list: readonly { slug: string; name: Texts; state: PartnershipState }[]
}

/** On a meeting's page: the partnerships that began there, and where coordinators begin one. */
export function BegunHere({ visit, eventId, list }: Props) {
  const { t, member } = visit
  if (list.length === 0 && !member?.party) return null
  return (
    <section class="stack">
      <h2>{t('partnerships.begun-here')}</h2>
      {list.length > 0 && (
        <ul>
          {list.map(({ slug, name, state }) => (
            <li>
              <a href={visit.to(`/network/${slug}`)}>
                <Text of={name} t={t} />
              </a>{' '}
              <StateTag t={t} state={state} />
            </li>
          ))}
        </ul>
      )}
      {member?.party && (
        <p>
          <a href={visit.to(`/office/network/partnerships/new?event=${eventId}`)}>
            {t('partnerships.begin-from-event')}
          </a>
        </p>
      )}
    </section>
  )
}

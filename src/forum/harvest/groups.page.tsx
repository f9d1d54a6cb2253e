import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Text } from '#platform/ui/text.tsx'
import { KindTag, tablesInWords } from './card.page.tsx'
import type { FullGroup } from './load-harvest.ts'

interface Props {
  visit: Visit
  eventId: string
  groups: readonly FullGroup[]
  isApproved: boolean
}

/** What has been put together, in the order of the report. */
export function Groups({ visit, eventId, groups, isApproved }: Props) {
  const { t } = visit
  if (groups.length === 0) return null
  return (
    <section class="stack" id="groups" aria-labelledby="groups-title">
      <h2 id="groups-title">{t('harvest.groups.title', { count: groups.length })}</h2>
      <p>{t('harvest.groups.lead')}</p>
      <ol class="lined-list harvest-groups">
        {groups.map((group, index) => (
          <li id={`group-${group.id}`}>
            <GroupLine visit={visit} eventId={eventId} group={group} />
            {!isApproved && (
              <Shift
                {...{ visit, eventId, group }}
                isFirst={index === 0}
                isLast={index === groups.length - 1}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function GroupLine({ visit, eventId, group }: { visit: Visit; eventId: string; group: FullGroup }) {
  const { t, to } = visit
  const { id, title, kind, cards, tables, recommendation_id, recommendation_number } = group
  return (
    <div class="stack-tight">
      <h3>
        <a href={to(`/office/events/${eventId}/harvest/${id}`)}>
          <Text of={title} t={t} />
        </a>
      </h3>
      <p class="row">
        <KindTag visit={visit} kind={kind} />
        <span>
          {tablesInWords(visit, tables)} · {t('harvest.cards', { count: cards.length })}
        </span>
      </p>
      <p>
        {recommendation_id ? (
          <a href={to(`/office/events/${eventId}/notes#recommendation-${recommendation_number}`)}>
            {t('harvest.became', { number: recommendation_number ?? 0 })}
          </a>
        ) : (
          <a href={to(`/office/events/${eventId}/recommendations/new?group=${id}`)}>
            {t('harvest.word')}{' '}
            <span class="unseen">{t('harvest.about', { title: inLanguage(title, t.language) })}</span>
          </a>
        )}
      </p>
    </div>
  )
}

interface ShiftProps {
  visit: Visit
  eventId: string
  group: FullGroup
  isFirst: boolean
  isLast: boolean
}

/** Up and down, as buttons with names. */
function Shift({ visit, eventId, group, isFirst, isLast }: ShiftProps) {
  const { t, to, language } = visit
  const title = inLanguage(group.title, language)
  const button = (way: 'up' | 'down', sign: string) => (
    <button
      class="ds-button"
      data-variant="tertiary"
      type="submit"
      name="do"
      value={way}
      aria-label={t(`harvest.shift.${way}`, { title })}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  )
  return (
    <form method="post" action={to(`/office/events/${eventId}/harvest/${group.id}`)} class="row shift">
      <input type="hidden" name="seen" value={group.position} />
      {!isFirst && button('up', '↑')}
      {!isLast && button('down', '↓')}
    </form>
  )
}

import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { timeSpan } from '#platform/dates.ts'
import { SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton, Notice, Tag } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import { AgendaList, roleOf } from './agenda.page.tsx'
import type { Agenda, AgendaItem } from './load-agenda.ts'

interface Props {
  visit: Visit
  event: ProgrammeEvent
  agenda: Agenda
}

/** Where an event's organisers put its programme together: in order, with the times that follow. */
export function EditAgendaPage({ visit, event, agenda }: Props) {
  const { t, language } = visit
  const { items, minutesTooLong } = agenda
  return (
    <Page
      visit={visit}
      title={t('agenda.edit.title', { event: inLanguage(event.title, language) })}
      lead={t('agenda.edit.lead', { span: timeSpan(language, event.starts_at, event.ends_at) })}
      trail={eventTrail(visit, event)}
    >
      {minutesTooLong > 0 && (
        <Notice kind="late">{t('agenda.edit.too-long', { minutes: minutesTooLong })}</Notice>
      )}
      {items.length === 0 ? (
        <Empty>{t('agenda.edit.none')}</Empty>
      ) : (
        <AgendaList
          visit={visit}
          items={items}
          forOffice
          actions={(item) => <ItemActions visit={visit} event={event} item={item} items={items} />}
        />
      )}
      <Actions>
        <LinkButton href={visit.to(`/office/events/${event.id}/programme/new`)}>
          {t('agenda.edit.add')}
        </LinkButton>
      </Actions>
      <Speakers visit={visit} event={event} agenda={agenda} />
    </Page>
  )
}

interface ItemProps {
  visit: Visit
  event: ProgrammeEvent
  item: AgendaItem
  items: readonly AgendaItem[]
}

function ItemActions({ visit, event, item, items }: ItemProps) {
  const { t } = visit
  const title = inLanguage(item.title, visit.language)
  const said = <span class="unseen"> {title}</span>
  return (
    <form method="post">
      <input type="hidden" name="item" value={item.id} />
      <Actions>
        {item !== items[0] && (
          <SubmitButton variant="tertiary" name="way" value="up">
            {t('agenda.edit.up')}
            {said}
          </SubmitButton>
        )}
        {item !== items.at(-1) && (
          <SubmitButton variant="tertiary" name="way" value="down">
            {t('agenda.edit.down')}
            {said}
          </SubmitButton>
        )}
        <a href={visit.to(`/office/events/${event.id}/programme/${item.id}`)}>
          {t('agenda.edit.change')}
          {said}
        </a>
      </Actions>
    </form>
  )
}

/** Who speaks, whether or not they stand in an item yet; the address is seen here alone. */
function Speakers({ visit, event, agenda: { speakers } }: Props) {
  const { t } = visit
  return (
    <section class="stack" aria-labelledby="speakers">
      <h2 id="speakers">{t('agenda.speakers')}</h2>
      {speakers.length === 0 ? (
        <Empty>{t('agenda.edit.no-speakers')}</Empty>
      ) : (
        <ul class="lined-list">
          {speakers.map((one) => (
            <li class="stack-tight">
              <p class="row">
                <a href={visit.to(`/office/events/${event.id}/speakers/${one.id}`)}>{one.name}</a>
                {one.consented_at === null && <Tag kind="waiting">{t('agenda.not-named')}</Tag>}
              </p>
              <p class="quiet">{[roleOf(one), one.email].filter(Boolean).join(' · ')}</p>
            </li>
          ))}
        </ul>
      )}
      <LinkButton variant="secondary" href={visit.to(`/office/events/${event.id}/speakers/new`)}>
        {t('agenda.edit.add-speaker')}
      </LinkButton>
    </section>
  )
}

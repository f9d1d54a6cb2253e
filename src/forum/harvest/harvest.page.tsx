import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Problems, problemsOf, ticked } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { refusalBeforeEvent } from '../note.rules.ts'
import type { EventFacts } from '../write-note.page.tsx'
import { Groups } from './groups.page.tsx'
import type { Card } from './harvest.sql.ts'
import type { Harvest } from './load-harvest.ts'
import { PhotosOfTables } from './photos.page.tsx'
import type { Photo } from '../table-notes/photos.sql.ts'
import { LooseCards } from './loose-cards.page.tsx'
import { Suggestions } from './suggestions.page.tsx'

/** Which of the loose cards are shown: of one round, of one kind. */
export interface Shown {
  round: number | null
  kind: Card['kind'] | null
}

export interface HarvestProps extends Answered {
  visit: Visit
  event: EventFacts
  harvest: Harvest
  /** Sets of loose cards that seem to say the same. */
  alike: readonly (readonly Card[])[]
  shown: Shown
  /** The id that the next group will have. */
  id: string
  /** What the tables drew or wrote on paper, and the tables by their numbers. */
  photos: readonly Photo[]
  tables: readonly { id: string; number: number }[]
  /** Once the minutes are approved, nothing changes. */
  isApproved: boolean
}

/** Where what the tables wrote is put together and put in order. */
export function HarvestPage(props: HarvestProps) {
  const { visit, event, harvest, isApproved } = props
  const { t, to, language } = visit
  const problems = problemsOf(t, props)
  const cards = harvest.loose.length + harvest.groups.reduce((sum, group) => sum + group.cards.length, 0)
  const loose = harvest.loose.length
  return (
    <Page
      visit={visit}
      title={t('harvest.title', { event: inLanguage(event.title, language) })}
      lead={t('harvest.lead')}
      wrong={problems.length > 0}
      trail={[{ href: to(`/office/events/${event.id}`), label: inLanguage(event.title, language) }]}
    >
      <Problems visit={visit} list={problems} />
      {cards === 0 && <Empty>{t('harvest.none')}</Empty>}
      {cards > 0 && <p>{t('harvest.counts', { cards, loose, groups: harvest.groups.length })}</p>}
      {isApproved && <Notice>{t('harvest.approved')}</Notice>}
      {!isApproved && loose > 0 && (
        <>
          <Suggestions visit={visit} eventId={event.id} sets={props.alike} id={props.id} />
          <LooseCards {...props} ticked={new Set(ticked(props, 'card'))} />
        </>
      )}
      <PhotosOfTables visit={visit} eventId={event.id} tables={props.tables} photos={props.photos} />
      <Groups visit={visit} eventId={event.id} groups={harvest.groups} isApproved={isApproved} />
      {harvest.groups.length > 0 && (
        <Actions>
          <LinkButton href={to(`/office/events/${event.id}/report`)}>{t('harvest.to-report')}</LinkButton>
          {!refusalBeforeEvent(event.starts_at, visit.now) && (
            <LinkButton variant="secondary" href={to(`/office/events/${event.id}/notes`)}>
              {t('harvest.to-notes')}
            </LinkButton>
          )}
        </Actions>
      )}
    </Page>
  )
}

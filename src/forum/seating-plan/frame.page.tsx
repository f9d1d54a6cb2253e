import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { isOver } from './day.rules.ts'

export interface EventOf {
  id: string
  title: Texts
  ends_at: Instant
}

export const baseOf = (event: EventOf): string => `/office/events/${event.id}/seating`

interface Props {
  visit: Visit
  event: EventOf
  /** The words of the page's name; the board itself when left out. */
  title?: string
  lead?: Child
  wrong?: boolean
  wide?: boolean
  head?: Child
  children?: Child
}

/** Every page of the seating lies below its board, and that below the event's desk. */
export function SeatingFrame({ visit, event, title, children, ...more }: Props) {
  const { t } = visit
  const name = inLanguage(event.title, t.language)
  const above = [{ href: visit.to(`/office/events/${event.id}`), label: name }]
  const board = { href: visit.to(baseOf(event)), label: t('seating.title') }
  return (
    <Page
      visit={visit}
      {...more}
      title={`${title ?? t('seating.title')}: ${name}`}
      heading={title ?? t('seating.title')}
      trail={title === undefined ? above : [...above, board]}
    >
      {isOver(event, visit.now) && <Notice kind="plain">{t('seating.refusal.event-over')}</Notice>}
      {children}
    </Page>
  )
}

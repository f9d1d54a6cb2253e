import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Card } from '#platform/ui/parts.tsx'
import { type EventOnPaper, PaperHead } from './in-three.page.tsx'

export const prints = ['signs', 'list', 'cards', 'hosts', 'interpreters', 'changes'] as const
export type Print = (typeof prints)[number]

interface Props {
  visit: Visit
  event: EventOnPaper & { id: string }
  kind: Print
  children?: Child
}

const isList = (kind: Print): boolean => kind === 'list' || kind === 'changes' || kind === 'interpreters'

/** A page that is made to be printed: on the screen it says how, on paper there is nothing but what is wanted. */
export function TablePrintPage({ visit, event, kind, children }: Props) {
  const { t } = visit
  const title = inLanguage(event.title, t.language)
  const base = visit.to(`/office/events/${event.id}`)
  return (
    <Page
      visit={visit}
      wide
      title={t(`table-prints.window.${kind}`, { title })}
      heading={t(`table-prints.name.${kind}`)}
      trail={[
        { href: base, label: title },
        { href: `${base}/seating/print`, label: t('table-prints.heading') },
      ]}
    >
      <p class="not-on-paper">{t(`table-prints.how.${kind}`)}</p>
      <div class={`paper table-${kind}`}>
        {isList(kind) && <PaperHead event={event} />}
        {children}
      </div>
    </Page>
  )
}

/** Everything that can be printed of who sits where. */
export function TablePrintsPage({ visit, event }: Omit<Props, 'kind' | 'children'>) {
  const { t } = visit
  const title = inLanguage(event.title, t.language)
  const base = visit.to(`/office/events/${event.id}`)
  return (
    <Page
      visit={visit}
      title={t('table-prints.title', { title })}
      heading={t('table-prints.heading')}
      lead={t('table-prints.lead')}
      trail={[{ href: base, label: title }]}
    >
      <div class="grid two">
        {prints.map((kind) => (
          <Card href={`${base}/seating/print/${kind}`} title={t(`table-prints.name.${kind}`)} level={2}>
            <p>{t(`table-prints.about.${kind}`)}</p>
          </Card>
        ))}
      </div>
    </Page>
  )
}

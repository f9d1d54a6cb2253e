import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'

interface Props {
  visit: Visit
  event: ProgrammeEvent
  /** What is printed here; its key in words/paper.json. */
  kind: 'door-list' | 'name-tags' | 'signs'
  children?: Child
}

/** A page that is made to be printed: on the screen it says how, on paper there is nothing but what is wanted. */
export function PaperPage({ visit, event, kind, children }: Props) {
  const { t } = visit
  const title = inLanguage(event.title, t.language)
  const base = visit.to(`/office/events/${event.id}`)
  return (
    <Page
      visit={visit}
      wide
      title={t(`paper.window.${kind}`, { title })}
      heading={t(`paper.name.${kind}`)}
      trail={[
        { href: base, label: title },
        { href: `${base}/paper`, label: t('paper.heading') },
      ]}
    >
      <p class="not-on-paper">{t(`paper.how.${kind}`)}</p>
      <div class={`paper ${kind}`}>{children}</div>
    </Page>
  )
}

import type { Visit } from '#platform/http.ts'
import { Page } from '#platform/ui/page.tsx'
import { Empty, Tag, type TagKind } from '#platform/ui/parts.tsx'
import type { DeskItem } from './desk-item.ts'
import { OfficePlaces } from './places.page.tsx'
import { urgencies, type Urgency } from './urgency.rules.ts'

interface Props {
  visit: Visit
  items: readonly DeskItem[]
}

const tagKinds: Record<Urgency, TagKind> = { now: 'late', soon: 'waiting', later: 'plain' }

/** The coordinators' desk: what needs them today, to be understood in ten seconds. */
export function DeskPage({ visit, items }: Props) {
  const { t } = visit
  const now = items.filter((item) => item.urgency === 'now').length
  const lead = items.length > 0 ? t('office.desk.lead', { now, more: items.length - now }) : undefined
  return (
    <Page visit={visit} title={t('office.desk.title')} lead={lead} wide>
      <div class="beside">
        <div class="stack-wide">
          {items.length === 0 && <Empty>{t('office.desk.nothing')}</Empty>}
          {urgencies.map((urgency) => (
            <Items visit={visit} urgency={urgency} items={items.filter((item) => item.urgency === urgency)} />
          ))}
        </div>
        <OfficePlaces visit={visit} />
      </div>
    </Page>
  )
}

function Items({ visit, urgency, items }: Props & { urgency: Urgency }) {
  if (items.length === 0) return null
  const id = `desk-${urgency}`
  return (
    <section aria-labelledby={id} class="stack-tight">
      <h2 id={id} class="row">
        {visit.t(`office.urgency.${urgency}`)} <Tag kind={tagKinds[urgency]}>{items.length}</Tag>
      </h2>
      <ul class="lined-list">
        {items.map(({ text, path }) => (
          <li class="capitalized">
            <a href={visit.to(path)}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

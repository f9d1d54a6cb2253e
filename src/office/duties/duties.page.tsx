import { monthAndYear } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { capitalized } from '#platform/language-words.ts'
import { Page } from '#platform/ui/page.tsx'
import { Empty, Tag, type TagKind } from '#platform/ui/parts.tsx'
import type { DeskItem } from '../desk-item.ts'
import { deskTrail } from '../places.page.tsx'
import type { Urgency } from '../urgency.rules.ts'
import type { Duties } from './gather-duties.ts'

interface Props {
  visit: Visit
  duties: Duties
}

/** What each party owes this month: the own party first, and the other's too, since both are responsible. */
export function DutiesPage({ visit, duties }: Props) {
  const { t, language, member } = visit
  const own = member?.party?.id
  const ordered = duties.alone.toSorted((one, other) => Number(other.id === own) - Number(one.id === own))
  return (
    <Page
      visit={visit}
      title={t('duties.title', { month: monthAndYear(language, visit.now) })}
      lead={t('duties.lead')}
      trail={deskTrail(visit)}
    >
      {ordered.map(({ id, name, items }) => {
        const party = capitalized(inLanguage(name, language))
        const heading = t(id === own ? 'duties.own' : 'duties.of', { party })
        return <Part visit={visit} id={`party-${id}`} heading={heading} items={items} />
      })}
      <Part visit={visit} id="together" heading={t('duties.together')} items={duties.together} />
      <p class="small quiet">{t('duties.by-mail')}</p>
    </Page>
  )
}

const tagKinds: Record<Urgency, TagKind> = { now: 'late', soon: 'waiting', later: 'plain' }

interface PartProps {
  visit: Visit
  id: string
  heading: string
  items: readonly DeskItem[]
}

function Part({ visit, id, heading, items }: PartProps) {
  return (
    <section class="stack-tight" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {items.length === 0 && <Empty>{visit.t('duties.nothing')}</Empty>}
      <ul class="lined-list">
        {items.map(({ text, path, urgency }) => (
          <li class="capitalized">
            <a href={visit.to(path)}>{text}</a>{' '}
            <Tag kind={tagKinds[urgency]}>{visit.t(`office.urgency.${urgency}`)}</Tag>
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { Child } from 'hono/jsx'
import { dateInWords, shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Need } from './needs.sql.ts'
import type { Offer } from './offers.sql.ts'
import type { QueuedNeed } from './queue.page.tsx'
import { pointsOf } from './queue.rules.ts'
import { NeedTag, organisationInWords } from './standing.page.tsx'

export const officePath = '/office/series/lunch-and-learn/needs'

export const officeNeedsTrail = (visit: Visit, withList = false) => [
  { href: visit.to('/office/series'), label: visit.t('programme.series-edit.title') },
  { href: visit.to('/office/series/lunch-and-learn'), label: visit.t('lunch-and-learn.series') },
  ...(withList ? [{ href: visit.to(officePath), label: visit.t('lunch-and-learn.office.title') }] : []),
]

interface Props {
  visit: Visit
  fresh: readonly Need[]
  offers: readonly Offer[]
  queue: readonly QueuedNeed[]
  turnedDown: readonly Need[]
}

/** What the office has to do with needs: first what nobody has looked at. */
export function OfficeNeedsPage({ visit, fresh, offers, queue, turnedDown }: Props) {
  const { t, language } = visit
  return (
    <Page visit={visit} wide title={t('lunch-and-learn.office.title')} trail={officeNeedsTrail(visit)}>
      <Part title={t('lunch-and-learn.office.fresh')}>
        {fresh.length === 0 && <Empty>{t('lunch-and-learn.office.nothing-fresh')}</Empty>}
        <NeedList visit={visit} needs={fresh} />
      </Part>
      {offers.length > 0 && (
        <Part title={t('lunch-and-learn.office.offers')}>
          <ul class="lined-list">
            {offers.map((offer) => (
              <li>
                <a href={visit.to(`${officePath}/offers/${offer.id}`)}>{offer.topic}</a>{' '}
                {organisationInWords(t, offer)}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {queue.length > 0 && (
        <Part title={t('lunch-and-learn.office.queue')}>
          <DataTable
            caption={t('lunch-and-learn.office.queue')}
            captionUnseen
            head={['need', 'state', 'points', 'answer-by'].map((one) =>
              t(`lunch-and-learn.office.column.${one}`),
            )}
            rows={queue.map((need) => [
              <OfficeNeedLink visit={visit} need={need} />,
              <NeedTag visit={visit} need={need} />,
              String(pointsOf(need, visit.now).sum),
              dateInWords(language, need.answer_due_on),
            ])}
          />
        </Part>
      )}
      {turnedDown.length > 0 && (
        <Part title={t('lunch-and-learn.office.turned-down')}>
          <NeedList visit={visit} needs={turnedDown} />
        </Part>
      )}
    </Page>
  )
}

const Part = ({ title, children }: { title: string; children?: Child }) => (
  <section class="stack-tight">
    <h2>{title}</h2>
    {children}
  </section>
)

export const OfficeNeedLink = ({ visit, need }: { visit: Visit; need: Pick<Need, 'number' | 'words'> }) => (
  <a href={visit.to(`${officePath}/${need.number}`)}>
    {need.number}. <Text of={need.words} t={visit.t} />
  </a>
)

function NeedList({ visit, needs }: { visit: Visit; needs: readonly Need[] }) {
  if (needs.length === 0) return null
  return (
    <ul class="lined-list">
      {needs.map((need) => (
        <li>
          <OfficeNeedLink visit={visit} need={need} />{' '}
          <span class="quiet">{shortDate(visit.language, need.handed_in_at)}</span>
        </li>
      ))}
    </ul>
  )
}

import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Need } from './needs.sql.ts'
import type { Offer } from './offers.sql.ts'
import { pointsOf, type Queued } from './queue.rules.ts'
import { behindInWords, NeedTag, organisationInWords } from './standing.page.tsx'

export type QueuedNeed = Need & Queued

interface Props {
  visit: Visit
  queue: readonly QueuedNeed[]
  joined: readonly Need[]
  topics: readonly Offer[]
  over: readonly Need[]
}

/** The queue of needs: public, and in an order that anybody can work out. */
export function QueuePage({ visit, queue, joined, topics, over }: Props) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('lunch-and-learn.queue.title')}
      lead={t('lunch-and-learn.queue.lead')}
      description={t('lunch-and-learn.queue.lead')}
      trail={seriesTrail(visit)}
    >
      <Ways visit={visit} />
      <section class="stack" aria-labelledby="queue">
        <h2 id="queue">{t('lunch-and-learn.queue.waiting')}</h2>
        <p>{t('lunch-and-learn.queue.rule')}</p>
        {queue.length === 0 && <Empty>{t('lunch-and-learn.queue.empty')}</Empty>}
        <Queue visit={visit} queue={queue} joined={joined} />
        <p class="small quiet">{t('lunch-and-learn.queue.six-months')}</p>
      </section>
      {topics.length > 0 && (
        <section class="stack" aria-labelledby="topics">
          <h2 id="topics">{t('lunch-and-learn.queue.topics')}</h2>
          <p>{t('lunch-and-learn.queue.topics-says')}</p>
          <ul class="lined-list">
            {topics.map((offer) => (
              <li>
                <OfferInBrief visit={visit} offer={offer} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {over.length > 0 && (
        <section class="stack" aria-labelledby="over">
          <h2 id="over">{t('lunch-and-learn.queue.over')}</h2>
          <ul class="lined-list">
            {over.map((need) => (
              <li>
                <NeedLink visit={visit} need={need} /> <NeedTag visit={visit} need={need} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

/** The two things that anybody can do. */
export const Ways = ({ visit: { t, to } }: { visit: Visit }) => (
  <Actions>
    <LinkButton href={to('/needs/new')}>{t('lunch-and-learn.way.need')}</LinkButton>
    <LinkButton href={to('/needs/offer')} variant="secondary">
      {t('lunch-and-learn.way.offer')}
    </LinkButton>
  </Actions>
)

export const seriesTrail = (visit: Visit, withQueue = false) => [
  { href: visit.to('/series/lunch-and-learn'), label: visit.t('lunch-and-learn.series') },
  ...(withQueue ? [{ href: visit.to('/needs'), label: visit.t('lunch-and-learn.queue.title') }] : []),
]

export const NeedLink = ({ visit, need }: { visit: Visit; need: Pick<Need, 'number' | 'words'> }) => (
  <a href={visit.to(`/needs/${need.number}`)}>
    <Text of={need.words} t={visit.t} />
  </a>
)

/** In order, each with what its place comes from and what is joined with it. */
export function Queue({ visit, queue, joined }: Pick<Props, 'visit' | 'queue' | 'joined'>) {
  const { t } = visit
  if (queue.length === 0) return null
  return (
    <ol class="lined-list">
      {queue.map((need, index) => (
        <li class="stack-tight">
          <p>
            {index + 1}. <NeedLink visit={visit} need={need} />
          </p>
          <p>
            <NeedTag visit={visit} need={need} />
          </p>
          <p class="small quiet">
            {behindInWords(visit, need)}{' '}
            {t('lunch-and-learn.points', { points: pointsOf(need, visit.now).sum })}
          </p>
          <Along visit={visit} joined={joined.filter(({ into_id }) => into_id === need.id)} />
        </li>
      ))}
    </ol>
  )
}

function Along({ visit, joined }: { visit: Visit; joined: readonly Need[] }): Child {
  if (joined.length === 0) return null
  return (
    <div class="stack-tight">
      <p class="small">{visit.t('lunch-and-learn.joined-with', { count: joined.length })}</p>
      <ul>
        {joined.map((need) => (
          <li>
            <NeedLink visit={visit} need={need} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What somebody offers to speak about. */
export function OfferInBrief({ visit: { t, language }, offer }: { visit: Visit; offer: Offer }) {
  const name = organisationInWords(t, offer)
  const lang = offer.language === language ? undefined : offer.language
  return (
    <>
      <strong lang={lang}>{offer.topic}</strong>
      {name && `, ${name}`}
      {lang && ` (${t(`programme.event.spoken-${offer.language}`)})`}
      {offer.about && <p lang={lang}>{offer.about}</p>}
    </>
  )
}

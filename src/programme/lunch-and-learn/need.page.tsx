import type { Answered } from '#platform/form.ts'
import { dateAndTime, dateInWords, shortDate } from '#platform/dates.ts'
import { localDate } from '#platform/time.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Problems, problemsOf } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { historyLine } from './history.page.tsx'
import type { LunchOfNeed } from './lunches.sql.ts'
import { daysLate, waits } from './need.rules.ts'
import type { Need, StepTaken } from './needs.sql.ts'
import type { Offer } from './offers.sql.ts'
import { NeedLink, OfferInBrief, type QueuedNeed, seriesTrail } from './queue.page.tsx'
import { SecondNeedForm } from './second-need.page.tsx'
import { behindInWords, NeedTag, organisationInWords } from './standing.page.tsx'

export interface NeedProps extends Answered {
  visit: Visit
  need: QueuedNeed
  /** The need that it is joined with. */
  head: QueuedNeed | null
  joined: readonly Need[]
  offers: readonly Offer[]
  /** The lunch that it, or what it is joined with, was made. */
  lunch: LunchOfNeed | null
  steps: readonly StepTaken[]
  organisations: readonly string[]
}

/** One need: what is asked, who stands behind it, where it stands, and everything that happened to it. */
export function NeedPage(props: NeedProps) {
  const { visit, need, head } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={inLanguage(need.words, language)}
      heading={<Text of={need.words} t={t} />}
      trail={seriesTrail(visit, true)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <p class="state-line">
        <NeedTag visit={visit} need={need} /> {t(`lunch-and-learn.says.${need.state}`)}
      </p>
      <Late visit={visit} need={need} />
      {head && (
        <p>
          {t('lunch-and-learn.need.joined-with')} <NeedLink visit={visit} need={head} />
        </p>
      )}
      <Lunch {...props} />
      <Answer {...props} />
      {need.why && (
        <p class="prose" lang={need.language === language ? undefined : need.language}>
          {need.why}
        </p>
      )}
      <NeedFacts {...props} />
      <Beside {...props} />
      {waits(need.state) && <SecondNeedForm {...props} />}
      {(need.state === 'open' || need.state === 'joined') && (
        <p>
          <LinkButton href={visit.to(`/needs/offer?need=${need.number}`)} variant="secondary">
            {t('lunch-and-learn.way.offer-on')}
          </LinkButton>
        </p>
      )}
      <History {...props} />
      <p>
        <a href={visit.to(`/thread/need/${need.number}`)}>{t('thread.follow')}</a>
      </p>
    </Page>
  )
}

/** What is joined with it, and who would speak about it. */
function Beside({ visit, joined, offers }: NeedProps) {
  const { t } = visit
  return (
    <>
      {joined.length > 0 && (
        <section class="stack-tight" aria-labelledby="joined">
          <h2 id="joined">{t('lunch-and-learn.need.joined')}</h2>
          <p>{t('lunch-and-learn.need.joined-says')}</p>
          <ul>
            {joined.map((one) => (
              <li>
                <NeedLink visit={visit} need={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {offers.length > 0 && (
        <section class="stack-tight" aria-labelledby="offers">
          <h2 id="offers">{t('lunch-and-learn.need.offers')}</h2>
          <ul>
            {offers.map((offer) => (
              <li>
                <OfferInBrief visit={visit} offer={offer} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function History({ visit, need, steps }: NeedProps) {
  const { t, language } = visit
  return (
    <section class="stack-tight" aria-labelledby="history">
      <h2 id="history">{t('lunch-and-learn.need.history')}</h2>
      <ol class="lined-list">
        <li>{t('lunch-and-learn.history.handed-in', { date: shortDate(language, need.handed_in_at) })}</li>
        {steps.map((step, index) => (
          <li>{historyLine(visit, step, steps[index - 1]?.state ?? 'new')}</li>
        ))}
      </ol>
      {need.opened_at !== null && (
        <p>
          <a href={visit.to(`/thread/need/${need.number}/follow`)}>{t('thread.follow-on.link')}</a>
        </p>
      )}
    </section>
  )
}

/** That an answer is late is said openly, and by how much. */
function Late({ visit: { t, now, language }, need }: Pick<NeedProps, 'visit' | 'need'>) {
  const days = daysLate(need, localDate(now))
  if (days === null) return null
  const date = dateInWords(language, need.answer_due_on)
  return <Notice kind="late">{t('lunch-and-learn.late-says', { days, date })}</Notice>
}

function NeedFacts({ visit, need, head }: NeedProps) {
  const { t, language } = visit
  return (
    <Facts
      rows={[
        [t('lunch-and-learn.need.number'), String(need.number)],
        [t('lunch-and-learn.need.asked-by'), organisationInWords(t, need)],
        [t('lunch-and-learn.need.behind'), behindInWords(visit, need)],
        [t('lunch-and-learn.need.behind-all'), head && behindInWords(visit, head)],
        [t('lunch-and-learn.need.answer-by'), waits(need.state) && dateInWords(language, need.answer_due_on)],
        [
          t('lunch-and-learn.need.written-in'),
          need.language === language ? null : t(`programme.event.spoken-${need.language}`),
        ],
      ]}
    />
  )
}

function Lunch({ visit: { t, language, to }, need, head, lunch }: NeedProps) {
  const state = head?.state ?? need.state
  if (!lunch?.published_at || (state !== 'planned' && state !== 'met')) return null
  return (
    <Notice kind="good">
      <p>
        {t(`lunch-and-learn.lunch.is-${state}`)}{' '}
        <a href={to(`/events/${lunch.slug}`)}>
          <Text of={lunch.title} t={t} />
        </a>
        , {dateAndTime(language, lunch.starts_at, lunch.ends_at)}
      </p>
    </Notice>
  )
}

/** What the office answered, also to what was joined. */
function Answer({ visit: { t }, need, steps }: NeedProps) {
  const answer = steps.findLast(({ state }) => state === 'answered')?.words
  if (need.state !== 'answered' || !answer) return null
  return (
    <Notice title={t('lunch-and-learn.need.answer')}>
      <LongText of={answer} t={t} />
    </Notice>
  )
}

import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { LinkButton, SeriesMark, Thread, type ThreadStep } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { Waves } from '#platform/ui/wordmark.tsx'
import type { LoadedYear } from '#programme/index.ts'
import { Promises } from './promises.page.tsx'

/** A meeting as the first page shows it. */
export interface EventCard {
  href: string
  series: { name: Texts; mark: string }
  title: Texts
  /** "torsdag 3 december 2026, kl. 12.00–13.00". */
  when: string
  place: string
  /** Where to sign up, and whether that means a seat or the waiting list; null when neither is open. */
  signUp: { href: string; way: 'sign-up' | 'waiting-list' } | null
  /** The seats in one bar. */
  seats: Child
}

export interface NewsLine {
  href: string
  title: Texts
  date: string
}

interface Props {
  visit: Visit
  next: EventCard | null
  /** More coming events, as rows; null when there are none. */
  coming: Child
  /** The year with its promises and meetings. */
  loaded: LoadedYear
  /** One example of the way from a need to a promise. */
  thread: { steps: readonly ThreadStep[]; href: string } | null
  news: readonly NewsLine[]
}

/** What is this, what is next, how do I take part: answered before anything has to be scrolled. */
export function HomePage({ visit, next, coming, loaded, thread, news }: Props) {
  const { t, site } = visit
  return (
    <Page visit={visit} title={site.name} description={t('home.lead')} heading={null} wide>
      <div class="band hero full">
        <div class="hero-row">
          <div class="hero-says">
            <h1>{t('home.title')}</h1>
            <p class="lead">{t('home.lead')}</p>
          </div>
          {next ? <Next visit={visit} event={next} /> : <NothingNext visit={visit} />}
          <p class="hero-more">
            <LinkButton href={visit.to('/calendar')} variant="secondary">
              {t('home.calendar')}
            </LinkButton>
          </p>
        </div>
        <Waves />
      </div>
      <Promises visit={visit} loaded={loaded} />
      {thread && <Example visit={visit} thread={thread} />}
      <div class="section grid two">
        {coming && (
          <section class="stack">
            <h2>{t('home.coming')}</h2>
            {coming}
            <p>
              <a href={visit.to('/calendar')}>{t('home.calendar')}</a>
            </p>
          </section>
        )}
        {news.length > 0 && <News visit={visit} news={news} />}
      </div>
      <Ideas visit={visit} />
    </Page>
  )
}

function Next({ visit, event }: { visit: Visit; event: EventCard }) {
  const { t } = visit
  return (
    <section class={`event-card in-${event.series.mark}`} aria-labelledby="next">
      <p class="kicker">
        <SeriesMark mark={event.series.mark} />
        <span>
          {t('home.next')}: <Text of={event.series.name} t={t} />
        </span>
      </p>
      <h2 id="next">
        <a href={event.href}>
          <Text of={event.title} t={t} />
        </a>
      </h2>
      <p>
        {event.when}
        <br />
        {event.place}
      </p>
      <div class="actions">
        {event.signUp ? (
          <>
            <LinkButton href={event.signUp.href}>{t(`home.way.${event.signUp.way}`)}</LinkButton>
            <span class="small quiet">{t('home.no-account')}</span>
          </>
        ) : (
          <LinkButton href={event.href}>{t('home.about-event')}</LinkButton>
        )}
      </div>
      {event.seats}
    </section>
  )
}

const NothingNext = ({ visit }: { visit: Visit }) => (
  <div class="event-card stack">
    <p>{visit.t('home.nothing-next')}</p>
    <LinkButton href={visit.to('/news/follow')}>{visit.t('home.follow')}</LinkButton>
  </div>
)

function Example({ visit, thread }: { visit: Visit; thread: NonNullable<Props['thread']> }) {
  const { t } = visit
  return (
    <section class="band tinted full section" aria-labelledby="thread">
      <div class="stack">
        <h2 id="thread">{t('home.thread')}</h2>
        <p class="lead">{t('home.thread-lead')}</p>
        <Thread t={t} steps={thread.steps} across />
        <p>
          <a href={thread.href}>{t('home.thread-more')}</a>
        </p>
      </div>
    </section>
  )
}

/** "Do you have ideas or suggestions that harness the power of cooperation to achieve progress?" */
const Ideas = ({ visit: { t, to } }: { visit: Visit }) => (
  <section class="section stack" aria-labelledby="ideas">
    <h2 id="ideas">{t('home.idea-title')}</h2>
    <p class="lead">{t('home.idea-says')}</p>
    <div class="actions">
      <LinkButton href={to('/ideas/new')}>{t('home.idea-button')}</LinkButton>
      <a href={to('/ideas')}>{t('home.idea-all')}</a>
    </div>
  </section>
)

function News({ visit, news }: Pick<Props, 'visit' | 'news'>) {
  const { t } = visit
  return (
    <section class="stack">
      <h2>{t('home.news')}</h2>
      <ul class="lined-list">
        {news.map((one) => (
          <li>
            <a href={one.href}>
              <Text of={one.title} t={t} />
            </a>
            <br />
            <span class="small quiet">{one.date}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={visit.to('/news')}>{t('home.all-news')}</a>
      </p>
    </section>
  )
}

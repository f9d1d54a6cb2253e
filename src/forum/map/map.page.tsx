import { dateAndTime } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { Folded } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty, Notice } from '#platform/ui/parts.tsx'
import type { Words } from '#platform/words.ts'
import type { Point } from '../opinion-map/map-shape.ts'
import { GroupCards, GroupsTable } from './groups.page.tsx'
import { OpinionPicture } from './picture.page.tsx'
import { Lists } from './lists.page.tsx'
import type { ShownMap } from './shown-map.ts'
import { StatementsTable } from './statements-table.page.tsx'
import { verdictInWords } from './verdict.page.tsx'

export interface MapProps {
  visit: Visit
  dialogue: { slug: string; title: Texts; event_title: Texts; event_slug: string }
  map: ShownMap | null
  shownOf: Instant | null
  isClosed: boolean
  /** Where the reader stands: null for somebody we do not know; left out on the page that is everybody's. */
  you?: You | null | undefined
}

export interface You {
  /** How many statements they have voted on. */
  votes: number
  at: Point | null
  group: string | null
}

/** What people think, as everybody may see it. */
export function MapPage(props: MapProps) {
  const { visit, dialogue, map, shownOf, isClosed } = props
  const { t, language } = visit
  const title = t('opinions.page.title', { theme: inLanguage(dialogue.title, language) })
  return (
    <Page
      visit={visit}
      title={title}
      description={map ? verdictInWords(t, map) : title}
      lead={map && verdictInWords(t, map)}
      trail={[
        {
          href: visit.to(`/events/${dialogue.event_slug}`),
          label: inLanguage(dialogue.event_title, language),
        },
        { href: visit.to(`/dialogue/${dialogue.slug}`), label: inLanguage(dialogue.title, language) },
      ]}
      wide
    >
      {map && shownOf ? (
        <>
          <p class="quiet">
            {map.people === null
              ? t('opinions.page.few-people')
              : t('opinions.page.counts', {
                  people: map.people,
                  statements: map.statementsVoted,
                  votes: map.votes,
                })}{' '}
            {t(isClosed ? 'opinions.page.closed' : 'opinions.page.open', {
              time: dateAndTime(language, shownOf),
            })}
          </p>
          <Drawn {...props} map={map} />
        </>
      ) : (
        <Empty>{t('opinions.page.soon')}</Empty>
      )}
    </Page>
  )
}

function Drawn({ visit, map, dialogue, you }: MapProps & { map: ShownMap }) {
  const { t } = visit
  return (
    <>
      <YourPlace visit={visit} slug={dialogue.slug} you={you} map={map} />
      {map.dots ? (
        <div class="opinion-field">
          <figure>
            <OpinionPicture t={t} map={map} you={you?.at ?? null} />
            <figcaption class="small quiet">{t('opinions.picture.how')}</figcaption>
          </figure>
          <GroupCards t={t} map={map} />
        </div>
      ) : (
        map.verdict !== 'too-few' && <Notice>{t('opinions.picture.none')}</Notice>
      )}
      <Lists t={t} map={map} />
      {map.verdict !== 'too-few' && (
        <Folded summary={t('opinions.table.summary')}>
          <GroupsTable t={t} map={map} />
          <StatementsTable t={t} map={map} />
        </Folded>
      )}
      <Folded summary={t('opinions.how.title')}>
        <p>{t('opinions.how.groups')}</p>
        <p>{t('opinions.how.numbers')}</p>
        <p>
          <a href={visit.to(`/dialogue/${dialogue.slug}/map.json`)}>{t('opinions.how.as-json')}</a>
        </p>
      </Folded>
    </>
  )
}

interface YourPlaceProps {
  visit: Visit
  slug: string
  you: You | null | undefined
  map: ShownMap
}

/** On the page that is everybody's the way to one's own place; there, where that is. */
function YourPlace({ visit, slug, you, map }: YourPlaceProps) {
  const { t } = visit
  if (map.verdict === 'too-few') return null
  const [path, words] = you === undefined ? ['your-place', 'your-place'] : ['map', 'to-all']
  return (
    <>
      {you !== undefined && <Notice kind={you?.group ? 'good' : 'info'}>{yoursInWords(t, you)}</Notice>}
      <p class="not-on-paper">
        <a href={visit.to(`/dialogue/${slug}/${path}`)}>{t(`opinions.page.${words}`)}</a>
      </p>
    </>
  )
}

function yoursInWords(t: Words, you: You | null): string {
  if (!you) return t('opinions.you.unknown')
  if (you.group) return t('opinions.you.in-group', { name: you.group })
  return you.at ? t('opinions.you.placed') : t('opinions.you.more-votes', { votes: you.votes })
}

import type { Child } from 'hono/jsx'
import { lookOf } from '#people/index.ts'
import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Facts, Notice, SectorMark } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { inOrder, type Sector } from '../directory.rules.ts'
import type { PartnershipRow } from '../tables.ts'
import { decisionInWords } from './decision-in-words.ts'
import { History, type Step } from './history.page.tsx'
import { periodInWords } from './part-of-date.page.tsx'
import { StateTag } from './state-tag.page.tsx'

export interface PartnershipView {
  partnership: PartnershipRow
  organisations: readonly { slug: string; sector: Sector; name: Texts }[]
  parties: readonly Texts[]
  areas: readonly string[]
  themes: readonly { slug: string; name: Texts }[]
  goals: readonly { number: number; title: Texts }[]
  /** Where it began: a meeting that everybody may read of, and ideas. */
  event: { title: Texts; slug: string } | null
  ideas: readonly { number: number; what: string }[]
  steps: readonly Step[]
  /** The red thread through it. */
  thread: Child
}

type Props = PartnershipView & { visit: Visit }

export function PartnershipPage(props: Props) {
  const { visit, partnership, organisations } = props
  const { t, language } = visit
  const { id, kind, name, lead, about, state, unconfirmed_since } = partnership
  return (
    <Page
      visit={visit}
      title={inLanguage(name, language)}
      heading={<Text of={name} t={t} />}
      lead={<Text of={lead} t={t} />}
      description={inLanguage(lead, language)}
      trail={[
        { href: visit.to('/network'), label: t('network.title') },
        { href: visit.to('/network/partnerships'), label: t('partnerships.title') },
      ]}
    >
      <p class="state-line">
        <StateTag t={t} state={state} /> {t(`network.kinds-one.${kind}`)}
        {partnership.form && ` · ${t(`partnerships.form-of.${partnership.form}`)}`}
      </p>
      {unconfirmed_since && (
        <Notice
          kind="late"
          title={t('partnerships.unconfirmed', { since: dateInWords(language, unconfirmed_since) })}
        >
          {t('partnerships.unconfirmed-says')}
        </Notice>
      )}
      <Facts rows={[...factsOf(props), ...tiesIn(props)]} />
      <LongText of={about} t={t} />
      <LedTo {...props} />
      <Origin {...props} />
      {props.thread}
      {organisations.length > 0 && state !== 'ended' && (
        <p>
          <a href={visit.to(`/network/picture?near=${partnership.slug}`)}>{t('partnerships.in-picture')}</a>
        </p>
      )}
      <History visit={visit} steps={props.steps} />
      {visit.member?.party && (
        <p>
          <a href={visit.to(`/office/network/partnerships/${id}`)}>{t('network.edit')}</a>
        </p>
      )}
    </Page>
  )
}

type Row = readonly [string, Child]

function factsOf({ visit, partnership }: Props): Row[] {
  const { t, language } = visit
  const { part, part_kind, case_number } = partnership
  const partWords = inLanguage(part, language) && <Text of={part} t={t} />
  const partName = part_kind && t(`partnerships.part.${part_kind}`)
  return [
    [t('partnerships.fact.period'), periodInWords(t, partnership)],
    [
      t('network.fact.part'),
      partName && partWords ? (
        <>
          {partName}. {partWords}
        </>
      ) : (
        partName || partWords
      ),
    ],
    [t('partnerships.fact.decision'), decisionInWords(t, partnership)],
    [t('partnerships.fact.case'), case_number],
  ]
}

function tiesIn({ visit, organisations, parties, areas, themes, goals }: Props): Row[] {
  const { t, language } = visit
  return [
    [
      t('network.fact.organisations'),
      organisations.length > 0 && <With visit={visit} list={organisations} />,
    ],
    [t('partnerships.fact.parties'), parties.map((name) => inLanguage(name, language)).join(', ')],
    [t('partnerships.fact.areas'), areas.map((area) => t(`partnerships.area.${area}`)).join(', ')],
    [
      t('partnerships.fact.themes'),
      themes.length > 0 && (
        <Links
          list={themes.map((one) => [visit.to(`/library/themes/${one.slug}`), <Text of={one.name} t={t} />])}
        />
      ),
    ],
    [
      t('partnerships.fact.goals'),
      goals.length > 0 && (
        <Links
          list={goals.map((one) => [
            visit.to(`/plan/goals/${one.number}`),
            <>
              {one.number}. <Text of={one.title} t={t} />
            </>,
          ])}
        />
      ),
    ],
  ]
}

const Links = ({ list }: { list: readonly (readonly [string, Child])[] }) => (
  <ul class="plain-list">
    {list.map(([href, words]) => (
      <li>
        <a href={href}>{words}</a>
      </li>
    ))}
  </ul>
)

const With = ({ visit, list }: { visit: Visit; list: Props['organisations'] }) => (
  <ul class="plain-list">
    {inOrder(list, visit.language).map(({ slug, name, sector }) => (
      <li>
        <SectorMark look={lookOf(sector)} />{' '}
        <a href={visit.to(`/network/organisations/${slug}`)}>
          <Text of={name} t={visit.t} />
        </a>
      </li>
    ))}
  </ul>
)

function LedTo({ visit, partnership: { led_to } }: Props) {
  if (!inLanguage(led_to, visit.language)) return null
  return (
    <section class="stack">
      <h2>{visit.t('partnerships.led-to')}</h2>
      <LongText of={led_to} t={visit.t} />
    </section>
  )
}

/** The beginning of the thread: the meeting or the idea. */
function Origin({ visit, event, ideas }: Props) {
  const { t } = visit
  if (!event && ideas.length === 0) return null
  return (
    <section class="stack">
      <h2>{t('partnerships.origin')}</h2>
      <ul>
        {event && (
          <li>
            {t('partnerships.from-event')}{' '}
            <a href={visit.to(`/events/${event.slug}`)}>
              <Text of={event.title} t={t} />
            </a>{' '}
            · <a href={visit.to(`/thread/event/${event.slug}`)}>{t('partnerships.to-thread')}</a>
          </li>
        )}
        {ideas.map(({ number, what }) => (
          <li>
            {t('partnerships.from-idea')} <a href={visit.to(`/ideas/${number}`)}>{what}</a> ·{' '}
            <a href={visit.to(`/thread/idea/${number}`)}>{t('partnerships.to-thread')}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

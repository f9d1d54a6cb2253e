import type { Child } from 'hono/jsx'
import { lookOf } from '#people/index.ts'
import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Facts, Link, LinkButton, Notice, SectorMark } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { PartnershipKind } from '../directory.rules.ts'
import { numberInWords } from './number.rules.ts'
import type { Organisation } from './organisations.sql.ts'
import { isEnded, kindSaid } from './profile.rules.ts'
import { languageSaid } from './spoken.ts'

interface Line {
  slug: string
  name: Texts
}

interface Props {
  visit: Visit
  organisation: Organisation
  partnerships: readonly (Line & { kind: PartnershipKind })[]
  /** The umbrellas it is in, its own members, and how many there are when members of members count too. */
  umbrellas: readonly Line[]
  members: readonly Line[]
  reach: number
  /** What whoever visits may do here. */
  may: { edit: boolean; claim: boolean }
  /** What other rooms show of it: what it needs and gives. */
  more?: Child
}

export function OrganisationPage(props: Props) {
  const { visit, organisation, may } = props
  const { t, to, language } = visit
  const { slug, name, about, ended_on, end_reason } = organisation
  return (
    <Page
      visit={visit}
      title={inLanguage(name, language)}
      heading={<Text of={name} t={t} />}
      description={inLanguage(about, language) || undefined}
      trail={[{ href: to('/network'), label: t('network.title') }]}
    >
      {ended_on && (
        <Notice kind="stopped" title={endedTitle(visit, ended_on)}>
          <LongText of={end_reason} t={t} />
        </Notice>
      )}
      <LongText of={about} t={t} />
      <Facts rows={factsOf(props)} />
      <Members {...props} />
      {props.more}
      {may.claim && (
        <section class="section stack" aria-labelledby="claim">
          <h2 id="claim">{t('organisations.claim.heading')}</h2>
          <p>{t('organisations.claim.nobody-yet')}</p>
          <p>
            <a href={to(`/network/organisations/${slug}/claim`)}>{t('organisations.claim.link')}</a>
          </p>
        </section>
      )}
      {may.edit && (
        <Actions>
          <LinkButton href={to(`/network/organisations/${slug}/edit`)}>{t('network.edit')}</LinkButton>
          <LinkButton href={to(`/network/organisations/${slug}/people`)} variant="secondary">
            {t('organisations.people.link')}
          </LinkButton>
        </Actions>
      )}
    </Page>
  )
}

function endedTitle({ t, language, now }: Visit, endedOn: string): string {
  const day = dateInWords(language, endedOn)
  return t(
    isEnded({ ended_on: endedOn }, localDate(now)) ? 'organisations.ended.was' : 'organisations.ended.will',
    { day },
  )
}

function factsOf({ visit, organisation, partnerships, umbrellas }: Props): (readonly [string, Child])[] {
  const { t, language } = visit
  const { sector, kind, for_whom, areas, languages, place, website, contact_email, number } = organisation
  return [
    [
      t('network.fact.sector'),
      <>
        <SectorMark look={lookOf(sector)} /> {t(`network.sector.${sector}`)}
      </>,
    ],
    [t('network.fact.kind'), t(`organisations.kind.${kindSaid(sector, kind)}`)],
    [t('organisations.fact.for-whom'), Object.keys(for_whom).length > 0 && <Text of={for_whom} t={t} />],
    [
      t('organisations.fact.areas'),
      areas.length > 0 && areas.map((area) => t(`organisations.area.${area}`)).join(', '),
    ],
    [t('network.fact.place'), place],
    [
      t('organisations.fact.languages'),
      languages.length > 0 && languages.map((one) => languageSaid(one, language)).join(', '),
    ],
    [t('network.fact.website'), website && <Link href={website} />],
    [
      t('network.fact.contact'),
      contact_email && organisation.contact_is_shown === 1 && (
        <Link href={`mailto:${contact_email}`}>{contact_email}</Link>
      ),
    ],
    [t('organisations.fact.number'), number && numberInWords(number)],
    [
      t('organisations.fact.umbrellas'),
      umbrellas.length > 0 && <Lines visit={visit} path="/network/organisations" list={umbrellas} />,
    ],
    [
      t('network.fact.partnerships'),
      partnerships.length > 0 && <Lines visit={visit} path="/network" list={partnerships} />,
    ],
  ]
}

function Members({ visit, members, reach }: Props) {
  const { t } = visit
  if (members.length === 0) return null
  return (
    <section class="section stack" aria-labelledby="members">
      <h2 id="members">{t('organisations.members.heading')}</h2>
      <p>{t('organisations.members.count', { count: members.length, reach })}</p>
      <Lines visit={visit} path="/network/organisations" list={members} />
    </section>
  )
}

const Lines = ({ visit, path, list }: { visit: Visit; path: string; list: readonly Line[] }) => (
  <ul class="plain-list">
    {list.map(({ slug, name }) => (
      <li>
        <a href={visit.to(`${path}/${slug}`)}>
          <Text of={name} t={visit.t} />
        </a>
      </li>
    ))}
  </ul>
)

import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { daysBetween, localDate } from '#platform/time.ts'
import {
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, DataTable, Empty, LinkButton } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Entry } from './entries.sql.ts'
import type { Match, Step } from './matches.sql.ts'
import { LookAround } from './look-around.page.tsx'
import { EntryFacts, EntryTag, type Theme } from './shown.page.tsx'
import type { Search } from './waiting.sql.ts'

/** A suggestion with what it is about. */
export interface Both {
  match: Match
  need: Entry
  offer: Entry
}

interface Props {
  visit: Visit
  waiting: readonly Both[]
  introduced: readonly (Both & { last: Step | undefined })[]
  entries: readonly Entry[]
}

/** What the office sees: suggestions without an answer, what came of introductions, and what is open. */
export function OfficeNeedsOffersPage(props: Props) {
  const { visit, entries } = props
  const { t, to } = visit
  return (
    <Page
      visit={visit}
      wide
      title={t('needs-offers.office.title')}
      lead={t('needs-offers.office.lead')}
      trail={[{ href: to('/office/network'), label: t('network.office') }]}
    >
      <Actions>
        <LinkButton href={to('/network/needs/mine/new')}>{t('needs-offers.office.write')}</LinkButton>
      </Actions>
      <Waiting {...props} />
      <Introduced {...props} />
      <h2>{t('needs-offers.list.open')}</h2>
      <DataTable
        caption={t('needs-offers.list.open')}
        captionUnseen
        head={[
          t('needs-offers.form.words'),
          t('needs-offers.filter.side'),
          t('needs-offers.office.standing'),
        ]}
        rows={entries.map((entry) => [
          <EntryLink visit={visit} entry={entry} />,
          t(`needs-offers.side.${entry.side}`),
          <EntryTag visit={visit} entry={entry} />,
        ])}
      />
    </Page>
  )
}

const EntryLink = ({ visit: { t, to }, entry }: { visit: Visit; entry: Entry }) => (
  <>
    <a href={to(`/office/needs-offers/${entry.id}`)}>
      <Text of={entry.words} t={t} />
    </a>
    <br />
    <span class="small quiet">
      <Text of={entry.organisation} t={t} />
    </span>
  </>
)

function Waiting({ visit, waiting }: Props) {
  const { t, now } = visit
  const title = t('needs-offers.office.waiting', { count: waiting.length })
  const head = [t('needs-offers.side.need'), t('needs-offers.side.offer')]
  return (
    <>
      <h2>{title}</h2>
      {waiting.length === 0 ? (
        <Empty>{t('needs-offers.office.none-waiting')}</Empty>
      ) : (
        <DataTable
          caption={title}
          captionUnseen
          head={[...head, t('needs-offers.office.waited'), t('needs-offers.office.for-whom')]}
          rows={waiting.map(({ match, need, offer }) => [
            <EntryLink visit={visit} entry={need} />,
            <EntryLink visit={visit} entry={offer} />,
            t('needs-offers.office.days', {
              days: daysBetween(localDate(match.suggested_at), localDate(now)),
            }),
            // Who has not answered, whatever the other said.
            <WaitsFor visit={visit} both={{ match, need, offer }} />,
          ])}
        />
      )}
    </>
  )
}

function Introduced({ visit, introduced }: Props) {
  const { t, language } = visit
  const title = t('needs-offers.office.introduced', { count: introduced.length })
  const head = [t('needs-offers.side.need'), t('needs-offers.side.offer')]
  return (
    <>
      <h2>{title}</h2>
      {introduced.length === 0 ? (
        <Empty>{t('needs-offers.office.none-introduced')}</Empty>
      ) : (
        <DataTable
          caption={title}
          captionUnseen
          head={[...head, t('needs-offers.office.since'), t('needs-offers.suggestion.came')]}
          rows={introduced.map(({ match, need, offer, last }) => [
            <EntryLink visit={visit} entry={need} />,
            <EntryLink visit={visit} entry={offer} />,
            match.introduced_at && dateInWords(language, localDate(match.introduced_at)),
            last ? t(`needs-offers.step.${last.kind}`) : t('needs-offers.office.nothing-told'),
          ])}
        />
      )}
    </>
  )
}

function WaitsFor({ visit: { t }, both: { match, need, offer } }: { visit: Visit; both: Both }) {
  const silent = [...(match.need_said === null ? [need] : []), ...(match.offer_said === null ? [offer] : [])]
  return (
    <>
      {silent.map((entry, index) => (
        <>
          {index > 0 && ', '}
          <Text of={entry.organisation} t={t} />
        </>
      ))}
    </>
  )
}

/** One entry in the office, with the form that takes it down. */
export function OfficeEntryPage({
  visit,
  entry,
  themes,
  searches,
  ...answered
}: Answered & { visit: Visit; entry: Entry; themes: readonly Theme[]; searches: readonly Search[] }) {
  const { t, to } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t(`needs-offers.side.${entry.side}`)}
      heading={<Text of={entry.words} t={t} />}
      wrong={problems.length > 0}
      trail={[{ href: to('/office/needs-offers'), label: t('needs-offers.office.title') }]}
    >
      <Problems visit={visit} list={problems} />
      <p>
        <EntryTag visit={visit} entry={entry} />
      </p>
      <EntryFacts visit={visit} entry={entry} themes={themes} />
      {entry.reason && <p>{entry.reason}</p>}
      <LookAround {...{ visit, entry, searches }} {...answered} />
      {!entry.ended_at && (
        <>
          <p>
            <a href={to(`/network/needs/mine/entries/${entry.id}`)}>{t('needs-offers.own.change')}</a>
          </p>
          <Form>
            <input type="hidden" name="do" value="take-down" />
            <LongTextField
              {...{ t, name: 'reason', required: true, label: t('needs-offers.office.reason') }}
              hint={t('needs-offers.office.reason-hint')}
              value={filledAt(answered, 'reason')}
              mistake={mistakeAt(t, answered, 'reason')}
            />
            <SubmitButton danger>{t('needs-offers.office.take-down')}</SubmitButton>
          </Form>
        </>
      )}
    </Page>
  )
}

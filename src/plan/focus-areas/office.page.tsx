import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { datePlus, localDate } from '#platform/time.ts'
import {
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { ProposalTag } from './call.page.tsx'
import { CallDays } from './focus-areas.page.tsx'
import type { Call, Proposal, Submission } from './focus.sql.ts'

export const officeTrail = (visit: Visit, year?: number) => [
  { href: visit.to('/office'), label: visit.t('office.title') },
  { href: visit.to('/office/focus-areas'), label: visit.t('focus-areas.title') },
  ...(year ? [{ href: visit.to(`/office/focus-areas/${year}`), label: String(year) }] : []),
]

/** Every year's call, and where the next is opened. */
export function OfficeFocusPage(props: Answered & { visit: Visit; calls: readonly Call[] }) {
  const { visit, calls } = props
  const { t, now } = visit
  const problems = problemsOf(t, props)
  const today = localDate(now)
  const field = (name: 'year' | 'opens' | 'closes', usual: string) => ({
    ...{ t, name, label: t(`focus-areas.office.${name}`) },
    ...{ value: filledAt(props, name) ?? usual, mistake: mistakeAt(t, props, name) },
  })
  return (
    <Page
      visit={visit}
      title={t('focus-areas.office.title')}
      lead={t('focus-areas.office.lead')}
      trail={officeTrail(visit).slice(0, 1)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <ul class="lined-list">
        {calls.map((call) => (
          <li>
            <a href={visit.to(`/office/focus-areas/${call.year}`)}>{call.year}</a>:{' '}
            <CallDays visit={visit} call={call} />
          </li>
        ))}
      </ul>
      <h2>{t('focus-areas.office.open-call')}</h2>
      <Form>
        <TextField {...field('year', String(Number(today.slice(0, 4)) + 1))} inputmode="numeric" />
        <TextField {...field('opens', today)} type="date" />
        <TextField {...field('closes', datePlus(today, 28))} type="date" />
        <TextsField
          t={t}
          name="words"
          label={t('focus-areas.office.words')}
          value={textsAt(props, 'words')}
          mistakes={mistakesInWords(t, props)}
          rows={3}
          required={false}
        />
        <SubmitButton>{t('focus-areas.office.save-call')}</SubmitButton>
      </Form>
    </Page>
  )
}

interface YearProps {
  visit: Visit
  year: number
  call: Call | undefined
  sent: readonly Submission[]
  proposals: readonly Proposal[]
}

/** What came in for a year, and what there is to choose among. */
export function OfficeYearPage({ visit, year, call, sent, proposals }: YearProps) {
  const { t } = visit
  const waiting = sent.filter(({ state }) => state === 'waiting')
  const turnedDown = sent.filter(({ state }) => state === 'turned-down')
  return (
    <Page visit={visit} title={t('focus-areas.call.title', { year })} trail={officeTrail(visit)}>
      {call && (
        <p>
          <CallDays visit={visit} call={call} />{' '}
          <a href={visit.to(`/focus-areas/${year}`)}>{t('focus-areas.office.public')}</a>
        </p>
      )}
      <Actions>
        <LinkButton href={visit.to(`/office/focus-areas/${year}/choose`)}>
          {t('focus-areas.choose.title')}
        </LinkButton>
        <LinkButton href={visit.to(`/office/focus-areas/${year}/new`)} variant="secondary">
          {t('focus-areas.put-in.title')}
        </LinkButton>
      </Actions>
      <h2>{t('focus-areas.office.waiting')}</h2>
      {waiting.length === 0 && <Empty>{t('focus-areas.office.none-waiting')}</Empty>}
      <SentList visit={visit} sent={waiting} />
      <h2>{t('focus-areas.proposals')}</h2>
      {proposals.length === 0 && <Empty>{t('focus-areas.proposals.none')}</Empty>}
      <ul class="lined-list">
        {proposals.map(({ id, title, state, supporters }) => (
          <li class="stack-tight">
            <p>
              <a href={visit.to(`/office/focus-areas/proposals/${id}`)}>
                <Text of={title} t={t} />
              </a>
            </p>
            <p class="row">
              <ProposalTag visit={visit} state={state} />
              <span class="quiet">{t('focus-areas.supporters', { count: supporters })}</span>
            </p>
          </li>
        ))}
      </ul>
      {turnedDown.length > 0 && <h2>{t('focus-areas.office.turned-down')}</h2>}
      <SentList visit={visit} sent={turnedDown} />
    </Page>
  )
}

const SentList = ({ visit, sent }: Pick<YearProps, 'visit' | 'sent'>) => (
  <ul>
    {sent.map(({ id, title, language }) => (
      <li>
        <a href={visit.to(`/office/focus-areas/submissions/${id}`)} lang={language}>
          {title}
        </a>
      </li>
    ))}
  </ul>
)

interface FormProps extends Answered {
  visit: Visit
  year: number
}

/** Where coordinators put in what something else gave. */
export function PutInPage(props: FormProps) {
  const { visit, year } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const words = (name: 'title' | 'why') => ({
    ...{ t, name, label: t(`focus-areas.field.${name}`), value: textsAt(props, name) },
    mistakes: mistakesInWords(t, props),
  })
  const lineOf = (name: 'organisation' | 'source') => ({
    ...{ t, name, label: t(`focus-areas.field.${name}`), hint: t(`focus-areas.hint.${name}`) },
    ...{ value: filledAt(props, name), mistake: mistakeAt(t, props, name), required: false },
  })
  return (
    <Page
      visit={visit}
      title={t('focus-areas.put-in.title')}
      lead={t('focus-areas.put-in.lead')}
      trail={officeTrail(visit, year)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <input type="hidden" name="id" value={filledAt(props, 'id')} />
        <TextsField {...words('title')} />
        <TextsField {...words('why')} rows={4} />
        <TextField {...lineOf('organisation')} />
        <TextField {...lineOf('source')} />
        <SubmitButton>{t('focus-areas.put-in.button')}</SubmitButton>
      </Form>
    </Page>
  )
}

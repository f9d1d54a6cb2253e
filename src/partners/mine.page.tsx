import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { dateInWords } from '#platform/dates.ts'
import {
  Choice,
  filledAt,
  Folded,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, LinkButton } from '#platform/ui/parts.tsx'
import { PublishChoice } from './pledge-form.page.tsx'
import { stepsFrom, withdrawReasons } from './pledge.rules.ts'
import type { Step } from './pledges.sql.ts'
import { amountSaid } from './said.ts'
import { PledgeSteps, PledgeTag } from './state.page.tsx'
import type { PledgeRow } from './tables.ts'
import { partnersTrail } from './trails.ts'

interface Props extends Answered {
  visit: Visit
  pledge: PledgeRow
  steps: readonly Step[]
  token: string
}

/** The page behind the link in mails: how it goes, what everybody may read, and the way back. */
export function MinePage({ visit, pledge, steps, token, ...answered }: Props) {
  const { t, to, language } = visit
  const problems = problemsOf(t, answered)
  const { confirmed_at, answer_due_on, answered_at, state } = pledge
  const isDue = answer_due_on !== null && answered_at === null && state === 'received'
  return (
    <Page
      visit={visit}
      title={t('partners.mine.title')}
      lead={<span lang={pledge.language}>{pledge.what}</span>}
      trail={partnersTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {confirmed_at === null ? (
        <Form>
          <p>{t('partners.mine.confirm-says')}</p>
          <SubmitButton name="do" value="confirm">
            {t('partners.mine.confirm')}
          </SubmitButton>
        </Form>
      ) : (
        <p>
          <PledgeTag visit={visit} state={state} />{' '}
          {isDue && t('partners.mine.due', { day: dateInWords(language, answer_due_on) })}
        </p>
      )}
      <PledgeFacts visit={visit} pledge={pledge} />
      {confirmed_at && (
        <PledgeSteps {...{ visit, steps, language: pledge.language, confirmedAt: confirmed_at }} />
      )}
      {pledge.agreement_file_id && (
        <p>
          <LinkButton href={to(`/partners/pledges/${token}/agreement`)} variant="secondary">
            {t('partners.mine.agreement')}
          </LinkButton>
        </p>
      )}
      {confirmed_at && <Choices {...{ visit, pledge }} {...answered} />}
    </Page>
  )
}

export const PledgeFacts = ({ visit: { t }, pledge }: { visit: Visit; pledge: PledgeRow }) => (
  <Facts
    rows={[
      [t('partners.facts.kind'), t(`partners.kind.${pledge.kind}`)],
      [
        t('partners.facts.amount'),
        pledge.amount !== null && pledge.unit !== null && amountSaid(t, pledge.amount, pledge.unit),
      ],
      [t('partners.facts.when'), pledge.at_what_time],
      [t('partners.facts.giver'), pledge.giver_name],
      [t('partners.facts.publish'), t(`partners.publish.${pledge.publish}`)],
    ]}
  />
)

function Choices({ visit, pledge, ...answered }: Answered & Pick<Props, 'visit' | 'pledge'>) {
  const { t } = visit
  const done = filledAt(answered, 'do')
  const publish = filledAt(answered, 'publish') ?? pledge.publish
  return (
    <>
      <Folded summary={t('partners.mine.publish')} open={done === 'publish'}>
        <p>{t('partners.mine.publish-says')}</p>
        <Form>
          <PublishChoice visit={visit} answered={{ ...answered, filled: { publish } }} />
          <SubmitButton variant="secondary" name="do" value="publish">
            {t('partners.mine.publish-button')}
          </SubmitButton>
        </Form>
      </Folded>
      {stepsFrom(pledge.state).includes('withdrawn') && (
        <Folded summary={t('partners.mine.withdraw')} open={done === 'withdraw'}>
          <Form>
            <Choice
              t={t}
              name="reason"
              label={t('partners.mine.withdraw-reason')}
              options={withdrawReasons.map((value) => ({ value, label: t(`partners.reason.${value}`) }))}
              value={filledAt(answered, 'reason')}
              mistake={mistakeAt(t, answered, 'reason')}
            />
            <LongTextField
              t={t}
              name="words"
              rows={3}
              required={false}
              label={t('partners.mine.withdraw-words')}
              value={filledAt(answered, 'words')}
              mistake={mistakeAt(t, answered, 'words')}
            />
            <SubmitButton danger name="do" value="withdraw">
              {t('partners.mine.withdraw-button')}
            </SubmitButton>
          </Form>
        </Folded>
      )}
    </>
  )
}

/** A link that leads nowhere any longer: what it led to is forgotten, or it was never ours. */
export const OldPledgeLinkPage = ({ visit }: { visit: Visit }) => (
  <Page
    visit={visit}
    title={visit.t('partners.old-link.title')}
    lead={visit.t('partners.old-link.lead')}
    trail={partnersTrail(visit)}
  />
)

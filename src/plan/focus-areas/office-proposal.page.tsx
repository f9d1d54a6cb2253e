import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import {
  filledAt,
  Form,
  LongTextField,
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
import { Actions, Card, Facts } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { Proposal, Submission } from './focus.sql.ts'
import type { Work } from './load-focus.ts'
import { officeTrail } from './office.page.tsx'

/** What somebody sent in, to be shown to everybody or turned down with a reason. */
export function JudgePage(props: Answered & { visit: Visit; sent: Submission; year: number }) {
  const { visit, sent, year } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={sent.title}
      heading={<span lang={sent.language}>{sent.title}</span>}
      trail={officeTrail(visit, year)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Card tinted>
        <p class="prose" lang={sent.language}>
          {sent.why}
        </p>
      </Card>
      <Facts
        rows={[
          [t('focus-areas.field.organisation'), sent.organisation_name],
          [t('focus-areas.judge.came'), dateInWords(language, localDate(sent.sent_at))],
          [t('focus-areas.judge.stands'), t(`focus-areas.judge.is-${sent.state}`)],
        ]}
      />
      {sent.state !== 'shown' && (
        <Form>
          <LongTextField
            t={t}
            name="reason"
            label={t('focus-areas.judge.reason')}
            hint={t('focus-areas.judge.reason-hint')}
            value={filledAt(props, 'reason') ?? sent.reason}
            mistake={mistakeAt(t, props, 'reason')}
            rows={3}
            required={false}
          />
          <Actions>
            <SubmitButton name="do" value="show">
              {t('focus-areas.judge.show')}
            </SubmitButton>
            <SubmitButton variant="secondary" danger name="do" value="turn-down">
              {t('focus-areas.judge.turn-down')}
            </SubmitButton>
          </Actions>
        </Form>
      )}
    </Page>
  )
}

interface Props extends Answered {
  visit: Visit
  proposal: Proposal
  sources: readonly string[]
  work: Work
}

/** A proposal for coordinators: what is done under it, and why it was not chosen. */
export function OfficeProposalPage(props: Props) {
  const { visit, proposal, sources } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={inLanguage(proposal.title, language)}
      heading={<Text of={proposal.title} t={t} />}
      lead={t(`focus-areas.state.${proposal.state}`)}
      trail={officeTrail(visit, proposal.year)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <LongText of={proposal.why} t={t} />
      {sources.length > 0 && (
        <p>
          {t('focus-areas.comes-from')}{' '}
          {sources.map((path) => (
            <a href={visit.to(path)}>{path}</a>
          ))}
        </p>
      )}
      <WorkSection {...props} />
      {proposal.state !== 'chosen' && (
        <section class="stack">
          <h2>{t('focus-areas.leave-out.title')}</h2>
          <Form>
            <TextsField
              t={t}
              name="reason"
              label={t('focus-areas.judge.reason')}
              value={textsAt(props, 'reason', proposal.reason)}
              mistakes={mistakesInWords(t, props)}
              rows={3}
            />
            <SubmitButton variant="secondary" name="do" value="leave-out">
              {t('focus-areas.leave-out.button')}
            </SubmitButton>
          </Form>
        </section>
      )}
    </Page>
  )
}

function WorkSection(props: Props) {
  const { visit, work } = props
  const { t, language } = visit
  const things = [
    ...work.events.map(({ id, title }) => ({ id, title })),
    ...work.commitments.map(({ id, title }) => ({ id, title })),
  ]
  return (
    <section class="stack">
      <h2>{t('focus-areas.link.title')}</h2>
      <ul>
        {things.map(({ id, title }) => (
          <li>
            <Text of={title} t={t} />
            <Form>
              <input type="hidden" name="thing" value={id} />
              <SubmitButton variant="secondary" name="do" value="unlink">
                {t('focus-areas.link.remove')}
                <span class="unseen">: {inLanguage(title, language)}</span>
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
      <Form>
        <TextField
          t={t}
          name="what"
          label={t('focus-areas.link.what')}
          hint={t('focus-areas.link.hint')}
          value={filledAt(props, 'what')}
          mistake={mistakeAt(t, props, 'what')}
        />
        <SubmitButton variant="secondary" name="do" value="link">
          {t('focus-areas.link.button')}
        </SubmitButton>
      </Form>
    </section>
  )
}

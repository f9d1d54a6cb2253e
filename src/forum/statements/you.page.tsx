import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty, LinkButton, Notice, Tag, type TagKind } from '#platform/ui/parts.tsx'
import { localDate, plus } from '#platform/time.ts'
import { dialogueState, endOf, linkDays, votersKnownDays } from './dialogue.rules.ts'
import type { Dialogue } from './dialogues.sql.ts'
import { SectorForm } from './sector.page.tsx'
import type { Statement } from './statements.sql.ts'
import type { StatementState } from './tables.ts'
import { dialogueTrail } from './votes.page.tsx'
import type { Voter } from './voters.sql.ts'

interface Props extends Answered {
  visit: Visit
  dialogue: Dialogue
  voter: Voter | null
  me: string | null
  statements: readonly Statement[]
  done: 'saved' | 'asked' | undefined
}

/** What is known of whoever votes here, and what became of what they wrote. */
export function YouPage(props: Props) {
  const { visit, dialogue, voter, done } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const isOpen = dialogueState(dialogue, visit.now) === 'open'
  return (
    <Page
      visit={visit}
      title={t('dialogue.you.title')}
      lead={t('dialogue.you.lead')}
      trail={dialogueTrail(visit, dialogue)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {done && (
        <Notice kind="good" live>
          {t(`dialogue.you.${done}`, { days: linkDays })}
        </Notice>
      )}
      <Written {...props} />
      {isOpen && (
        <>
          <h2>{t('dialogue.you.sector')}</h2>
          <p>{t('dialogue.you.sector-says')}</p>
          <SectorForm
            visit={visit}
            action={visit.to(`/dialogue/${dialogue.slug}/sector`)}
            chosen={voter?.capacity ?? null}
          />
          <OtherDevices {...props} />
          <LinkButton href={visit.to(`/dialogue/${dialogue.slug}#vote`)} variant="secondary">
            {t('dialogue.go-on')}
          </LinkButton>
        </>
      )}
    </Page>
  )
}

const kinds: Record<StatementState, TagKind> = {
  waiting: 'waiting',
  shown: 'good',
  'turned-down': 'stopped',
}

function Written({ visit, statements }: Props) {
  const { t } = visit
  return (
    <section class="stack" aria-labelledby="written">
      <h2 id="written">{t('dialogue.you.written')}</h2>
      {statements.length === 0 && <Empty>{t('dialogue.you.none')}</Empty>}
      {statements.map(({ words, language, state, reason }) => (
        <div class="card">
          <p lang={language}>{words}</p>
          <p class="state-line">
            <Tag kind={kinds[state]}>{t(`dialogue.state.${state}`)}</Tag>
          </p>
          {reason && (
            <p>
              {t('dialogue.you.because')} {reason}
            </p>
          )}
        </div>
      ))}
    </section>
  )
}

function OtherDevices(props: Props) {
  const { visit, dialogue, voter, me } = props
  const { t } = visit
  const until = localDate(plus(endOf(dialogue), { days: votersKnownDays }))
  return (
    <section class="stack" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{t('dialogue.you.elsewhere')}</h2>
      <p>
        {voter?.email ? t('dialogue.you.known-as', { email: voter.email }) : t('dialogue.you.elsewhere-says')}
      </p>
      <Form>
        {me && <input type="hidden" name="me" value={me} />}
        <TextField
          t={t}
          name="email"
          type="email"
          autocomplete="email"
          label={t('dialogue.you.email')}
          hint={t('dialogue.you.email-hint', { date: dateInWords(visit.language, until) })}
          value={filledAt(props, 'email')}
          mistake={mistakeAt(t, props, 'email')}
        />
        <SubmitButton variant="secondary">{t('dialogue.you.ask')}</SubmitButton>
      </Form>
    </section>
  )
}

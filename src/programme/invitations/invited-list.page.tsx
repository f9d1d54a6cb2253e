import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { SubmitButton } from '#platform/ui/form.tsx'
import { Actions, LinkButton, Tag, type TagKind } from '#platform/ui/parts.tsx'
import type { InvitedAnswer } from './invitation.rules.ts'
import { type Looking, shownOf } from './invited-pages.rules.ts'
import type { Invited } from './invited.sql.ts'

const tagOf: Record<InvitedAnswer, TagKind> = {
  'mail-failed': 'late',
  'no-answer': 'waiting',
  'not-sent': 'plain',
  coming: 'good',
  waiting: 'waiting',
  declined: 'stopped',
}

interface AnswersProps {
  visit: Visit
  answer: InvitedAnswer
  /** Everybody who has. */
  all: readonly Invited[]
  looking: Looking
}

/** Those who have answered alike, one line each: the first of them, or a page where only they are looked at. */
export function Answers({ visit, answer, all, looking }: AnswersProps) {
  const { lines, many, isCut, earlier, later } = shownOf(all, looking)
  if (many === 0) return null
  const { t } = visit
  const here = `${visit.to(visit.path)}?answer=${answer}`
  return (
    <section class="stack" aria-labelledby={answer}>
      <h2 id={answer}>{t(`invitations.answer.${answer}-many`, { many })}</h2>
      <ul class="lined-list door-list">
        {lines.map((line) => (
          <InvitedLine visit={visit} line={line} />
        ))}
      </ul>
      {isCut && (
        <p>
          <a href={here}>{t('invitations.list.all-of-them', { many })}</a>
        </p>
      )}
      {(earlier ?? later) !== null && (
        <Actions>
          {earlier !== null && (
            <LinkButton href={`${here}&page=${earlier}`} variant="secondary">
              {t('invitations.list.earlier')}
            </LinkButton>
          )}
          {later !== null && (
            <LinkButton href={`${here}&page=${later}`} variant="secondary">
              {t('invitations.list.later')}
            </LinkButton>
          )}
        </Actions>
      )}
    </section>
  )
}

function InvitedLine({ visit, line }: { visit: Visit; line: Invited }) {
  const { t } = visit
  const organisation = line.organisation ? inLanguage(line.organisation, t.language) : line.organisation_name
  const named = (line.kind === 'organisation' ? organisation : line.name) ?? line.email ?? ''
  const beside = line.kind === 'organisation' ? line.name : organisation
  const says = [
    named === line.email ? null : line.email,
    beside,
    line.capacity && t(`door.capacity.${line.capacity}`),
    line.sent_on && t('invitations.list.sent-on', { date: dateInWords(t.language, line.sent_on) }),
  ]
  return (
    <li>
      <div>
        <strong>{named}</strong> <Tag kind={tagOf[line.answer]}>{answerInWords(visit, line)}</Tag>
        <br />
        <span class="quiet">{says.filter(Boolean).join(' · ')}</span>
      </div>
      <form method="post">
        <input type="hidden" name="invitation" value={line.id} />
        <SubmitButton variant="tertiary" name="do" value="take-back">
          {t('invitations.list.take-back')} <span class="unseen">{named}</span>
        </SubmitButton>
      </form>
    </li>
  )
}

function answerInWords({ t }: Visit, { kind, answer, coming, waiting, people_max }: Invited): string {
  if (kind === 'person' || coming + waiting === 0) return t(`invitations.answer.${answer}`)
  return t('invitations.answer.of-organisation', { coming, waiting, max: people_max ?? 1 })
}

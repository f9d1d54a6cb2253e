import { dateAndTime, shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Actions, Facts, LinkButton } from '#platform/ui/parts.tsx'
import type { Note } from '../notes.sql.ts'
import type { EventFacts } from '../write-note.page.tsx'
import type { Steps } from './load-steps.ts'
import { closedInWords } from './note-step.page.tsx'

interface Props {
  visit: Visit
  event: EventFacts
  note: Note
  steps: Steps
}

/** How far the minutes have come, in words with dates, and the next step. */
export function NoteSteps({ visit, event, note, steps }: Props) {
  const { t, language } = visit
  const { sent_at, approved_at, published_at, corrections_until } = note
  const nameOf = (one: Steps['missing'][number]): string => inLanguage(one.name, language)
  const isWaiting = note.state === 'sent' && note.sent_to !== 0
  return (
    <>
      <Facts
        rows={[
          [t('minutes.step.sent'), sent_at && sentInWords(visit, note)],
          [
            t('minutes.step.corrections'),
            isWaiting && corrections_until && dateAndTime(language, corrections_until),
          ],
          [
            t('minutes.step.approved-by'),
            steps.approvals
              .map((one) => `${inLanguage(one.party_name, language)}, ${shortDate(language, one.at)}`)
              .join('; '),
          ],
          [t('minutes.step.missing'), note.state === 'sent' && steps.missing.map(nameOf).join(', ')],
          [t('minutes.step.approved'), approved_at && shortDate(language, approved_at)],
          [t('minutes.step.published'), published_at && shortDate(language, published_at)],
        ]}
      />
      <NextStep visit={visit} event={event} note={note} steps={steps} />
    </>
  )
}

function sentInWords({ t, language }: Visit, { sent_at, sent_to, not_sent_because }: Note): string {
  if (not_sent_because) return t(`minutes.step.${not_sent_because}`)
  return t('minutes.step.sent-to', { date: shortDate(language, sent_at ?? ''), people: sent_to ?? 0 })
}

function NextStep({ visit, event, note, steps }: Props) {
  const { t, member, now } = visit
  const at = (step: string): string => visit.to(`/office/events/${event.id}/notes/${step}`)
  const isTheirTurn = steps.missing.some((one) => one.id === member?.party?.id)
  const isToApprove = note.state === 'sent' && isTheirTurn
  const waits = isToApprove ? waitsFor(steps, note, now) : null
  const mayApprove = isToApprove && waits === null
  return (
    <>
      {waits && <p>{closedInWords(visit, note, waits)}</p>}
      <Actions>
        {note.state === 'draft' && now >= event.ends_at && (
          <LinkButton href={at('send')}>{t('minutes.send.link')}</LinkButton>
        )}
        {mayApprove && <LinkButton href={at('approve')}>{t('minutes.approve.link')}</LinkButton>}
        {note.state === 'approved' && (
          <LinkButton href={at('publish')}>{t('minutes.publish.link')}</LinkButton>
        )}
        {note.approved_at && (
          <LinkButton variant="secondary" href={at('add')}>
            {t('minutes.add.link')}
          </LinkButton>
        )}
        {note.approved_at && member?.party && (
          <LinkButton variant="secondary" href={at('erase')}>
            {t('minutes.erase.link')}
          </LinkButton>
        )}
      </Actions>
    </>
  )
}

/** What the approval waits for, when it is the turn of whoever reads. */
function waitsFor({ corrections }: Steps, note: Note, now: string) {
  if (now < (note.corrections_until ?? '')) return 'corrections-open'
  return corrections.some((one) => one.answer === null) ? 'corrections-unanswered' : null
}

import { longDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Form, SubmitButton } from '#platform/ui/form.tsx'
import { Actions, Empty, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { LongText } from '#platform/ui/text.tsx'
import { nameInOffice } from '../seats/seat-names.ts'
import type { LoadedMeeting } from './load-meeting.ts'
import { Decisions, Present } from './meeting-parts.page.tsx'
import { isApproved, meetingPath, TakeAway } from './meeting-desk.page.tsx'

interface Props {
  visit: Visit
  loaded: LoadedMeeting
}

/** The minutes on the coordinators' desk: what was said and decided, corrections, and the next step. */
export function MinutesPart(props: Props) {
  const { visit, loaded } = props
  const { t } = visit
  const { meeting } = loaded
  const at = (part: string): string => visit.to(`${meetingPath(meeting.id)}/${part}`)
  const mayChange = !isApproved(props)
  return (
    <section class="stack" aria-labelledby="minutes">
      <h2 id="minutes">{t('steering-group.minutes')}</h2>
      <Present visit={visit} loaded={loaded} />
      <LongText of={meeting.said} t={t} />
      <h3>{t('steering-group.decisions')}</h3>
      {loaded.decisions.length === 0 && <Empty>{t('steering-group.no-decisions')}</Empty>}
      <Decisions
        visit={visit}
        loaded={loaded}
        actionsOf={(one) =>
          mayChange && <TakeAway visit={visit} action={at('decisions')} name="decision" value={one.id} />
        }
      />
      {mayChange && (
        <Actions>
          <LinkButton variant="secondary" href={at('minutes')}>
            {t('steering-group.minutes.write')}
          </LinkButton>
          <LinkButton variant="secondary" href={at('decisions')}>
            {t('steering-group.decision.new')}
          </LinkButton>
        </Actions>
      )}
      <Corrections {...props} />
      <NextStep {...props} />
    </section>
  )
}

function Corrections({ visit, loaded }: Props) {
  const { t } = visit
  if (loaded.corrections.length === 0) return null
  return (
    <>
      <h3>{t('steering-group.corrections')}</h3>
      <ul class="lined-list">
        {loaded.corrections.map((one) => {
          const member = loaded.members.find(({ id }) => id === one.term_id)
          return (
            <li class="stack-tight">
              <p>
                {one.words} <span class="quiet">({member ? nameInOffice(visit, member) : '–'})</span>
              </p>
              {one.answer ? (
                <p class="quiet">
                  {t(`steering-group.correction.answer-${one.answer}`)} {one.because}
                </p>
              ) : (
                <p>
                  <a href={visit.to(`${meetingPath(loaded.meeting.id)}/corrections/${one.id}`)}>
                    {t('steering-group.correction.to-answer')}
                    <span class="unseen"> {one.words}</span>
                  </a>
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** From draft to sent to approved to published, one button at a time. */
function NextStep({ visit, loaded }: Props) {
  const { t, language, now } = visit
  const { meeting, approvals } = loaded
  const step = { draft: 'send', sent: 'approve', approved: 'publish', published: null }[
    meeting.state ?? 'draft'
  ]
  if (meeting.state === null || !step) return null
  const isWaiting = meeting.state === 'sent' && now < (meeting.corrections_until ?? '')
  const hasApproved = approvals.some((one) => one.party_id === visit.member?.party?.id)
  return (
    <>
      {approvals.length > 0 && (
        <p>
          {t('steering-group.minutes.yes-from', {
            parties: new Intl.ListFormat(language).format(
              approvals.map((one) => inLanguage(one.party_name, language)),
            ),
          })}
        </p>
      )}
      {isWaiting && (
        <Notice>
          {t('steering-group.minutes.with-members', {
            people: meeting.sent_to ?? 0,
            until: longDate(language, meeting.corrections_until ?? now),
          })}
        </Notice>
      )}
      {!isWaiting && !(step === 'approve' && hasApproved) && (
        <Form action={visit.to(`${meetingPath(meeting.id)}/step`)}>
          <input type="hidden" name="seen" value={meeting.said_changed_at ?? ''} />
          <SubmitButton name="do" value={step}>
            {t(`steering-group.step.${step}`)}
          </SubmitButton>
        </Form>
      )}
    </>
  )
}

import { dateAndTime, dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Form, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, Notice } from '#platform/ui/parts.tsx'
import { groupTrail } from '../nominations/call.page.tsx'
import { MeetingTag } from '../meetings/meetings-part.page.tsx'
import type { Meeting } from '../meetings/meetings.sql.ts'
import type { LinkedTerm } from './seats.sql.ts'

interface Props {
  visit: Visit
  term: LinkedTerm
  token: string
  meetings: readonly Meeting[]
}

/** A member's own page behind the mailed link: whether their name is shown, and the meetings. */
export function MemberPage({ visit, term, token, meetings }: Props) {
  const { t, language } = visit
  const isShown = term.consented_at !== null
  return (
    <Page
      visit={visit}
      title={t('steering-group.mine.title')}
      lead={t('steering-group.mine.lead')}
      trail={groupTrail(visit)}
    >
      <Facts
        rows={[
          [t('steering-group.nominee.name'), term.person_name],
          [t('steering-group.mail.party'), inLanguage(term.party_name, language)],
          [t('steering-group.mail.category'), inLanguage(term.category, language)],
          [
            t('steering-group.mail.term'),
            t('steering-group.term', {
              from: dateInWords(language, term.starts_on),
              until: dateInWords(language, term.left_on ?? term.ends_on),
            }),
          ],
        ]}
      />
      <section class="stack" aria-labelledby="name">
        <h2 id="name">{t('steering-group.mine.name')}</h2>
        <Notice kind={isShown ? 'good' : 'info'}>
          {t(`steering-group.mine.${isShown ? 'shown' : 'hidden'}`)}
        </Notice>
        <p>{t('steering-group.mine.says')}</p>
        <Form>
          <SubmitButton
            variant={isShown ? 'secondary' : 'primary'}
            name="do"
            value={isShown ? 'hide' : 'show'}
          >
            {t(`steering-group.mine.button-${isShown ? 'hide' : 'show'}`)}
          </SubmitButton>
        </Form>
      </section>
      {meetings.length > 0 && (
        <section class="stack" aria-labelledby="meetings">
          <h2 id="meetings">{t('steering-group.meetings')}</h2>
          <ul class="lined-list">
            {meetings.map((meeting) => (
              <li>
                <a href={visit.to(`/steering-group/mine/${token}/meetings/${meeting.id}`)}>
                  {dateAndTime(language, meeting.starts_at)}
                </a>{' '}
                <MeetingTag visit={visit} meeting={meeting} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

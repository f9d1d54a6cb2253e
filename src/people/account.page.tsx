import { dateAndTime, dateInWords } from '#platform/dates.ts'
import type { Member, Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Form, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts } from '#platform/ui/parts.tsx'

interface Props {
  visit: Visit
  member: Member
  /** What they are besides: whom they act for. */
  more: readonly string[]
  sessions: readonly { created_at: string; seen_at: string }[]
}

export function AccountPage({ visit, member, more, sessions }: Props) {
  const { t, language } = visit
  return (
    <Page visit={visit} title={member.name}>
      <Facts
        rows={[
          [t('people.account.email'), member.email],
          [t('people.account.role'), [...role(), ...more].join('. ')],
          [t('people.account.sessions'), t('people.account.session-count', { count: sessions.length })],
        ]}
      />
      <ul>
        {sessions.map(({ created_at }) => (
          <li>{t('people.account.session', { when: dateAndTime(language, created_at) })}</li>
        ))}
      </ul>
      <Form>
        <SubmitButton name="where" value="here">
          {t('people.account.sign-out')}
        </SubmitButton>
        <SubmitButton name="where" value="everywhere" variant="secondary">
          {t('people.account.sign-out-everywhere')}
        </SubmitButton>
      </Form>
    </Page>
  )

  function role(): string[] {
    const party = member.party && inLanguage(member.party.name, language)
    if (party) return [t('people.account.coordinator', { party })]
    const { standsInFor } = member
    if (!standsInFor) return more.length > 0 ? [] : [t('people.account.organiser')]
    const until = dateInWords(language, standsInFor.until)
    return [t('people.account.substitute', { party: inLanguage(standsInFor.name, language), until })]
  }
}

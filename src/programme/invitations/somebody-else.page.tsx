import { inLanguage } from '#platform/language.ts'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { ComerFields } from './comer-fields.page.tsx'
import type { InvitationProps } from './invitation.page.tsx'

/** For whoever a personal invitation was passed on to. */
export function SomebodyElsePage(props: InvitationProps) {
  const { visit, event, token } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const title = inLanguage(event.title, t.language)
  return (
    <Page
      visit={visit}
      title={t('invitations.page.somebody-else-title', { title })}
      lead={t('invitations.page.somebody-else-lead')}
      trail={[{ href: visit.to(`/invitations/${token}`), label: title }]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <ComerFields {...props} withEmail />
        <SubmitButton>{t('invitations.page.sign-up')}</SubmitButton>
      </Form>
    </Page>
  )
}

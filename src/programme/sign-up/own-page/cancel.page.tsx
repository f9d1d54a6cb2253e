import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Check, Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LinkButton } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../../events.sql.ts'
import type { SignUpRow } from '../../tables.ts'
import { EventInShort } from '../signing-up/sign-up.page.tsx'

interface CancelProps extends Answered {
  visit: Visit
  event: ProgrammeEvent
  signUp: SignUpRow
  companions: readonly SignUpRow[]
  token: string
}

/** "I can't come": one button, no reason. */
export function CancelPage({ visit, event, signUp, companions, token, ...answered }: CancelProps) {
  const { t } = visit
  const title = inLanguage(event.title, t.language)
  const standing = signUp.state === 'waiting' ? 'waiting' : 'seat'
  const along = companions.filter(({ state }) => state !== 'cancelled').length
  return (
    <Page visit={visit} title={t(`manage.cancel-title-${standing}`, { title })}>
      <Problems visit={visit} list={problemsOf(t, answered)} />
      <EventInShort visit={visit} event={event} />
      <p>{t(`manage.cancel-lead-${standing}`)}</p>
      <Form>
        {along > 0 && (
          <Check
            t={t}
            name="all"
            label={t('manage.cancel-all', { along })}
            hint={t('manage.cancel-all-hint')}
          />
        )}
        <div class="actions">
          <SubmitButton>{t(`manage.cannot-come-${standing}`)}</SubmitButton>
          <LinkButton href={visit.to(`/sign-ups/${token}`)} variant="secondary">
            {t('manage.keep')}
          </LinkButton>
        </div>
      </Form>
    </Page>
  )
}

import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
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
import { LinkButton } from '#platform/ui/parts.tsx'
import { linkMinutes } from './sign-in.rules.ts'
import type { SampleRole } from './sample-roles.sql.ts'

interface Props extends Answered {
  visit: Visit
  next: string | undefined
  sampleRoles: readonly SampleRole[]
}

export function SignInPage({ visit, next, sampleRoles, ...answered }: Props) {
  const { t } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page visit={visit} title={t('people.sign-in.title')} wrong={problems.length > 0}>
      <Problems visit={visit} list={problems} />
      <p class="lead">{t('people.sign-in.lead')}</p>
      <Form>
        <TextField
          t={t}
          name="email"
          type="email"
          autocomplete="email"
          label={t('people.sign-in.email')}
          hint={t('people.sign-in.hint', { minutes: linkMinutes })}
          value={filledAt(answered, 'email')}
          mistake={mistakeAt(t, answered, 'email')}
        />
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <SubmitButton>{t('people.sign-in.send')}</SubmitButton>
      </Form>
      {sampleRoles.length > 0 ? <SampleLinks visit={visit} roles={sampleRoles} /> : null}
    </Page>
  )
}

function SampleLinks({ visit, roles }: { visit: Visit; roles: readonly SampleRole[] }) {
  const { t } = visit
  return (
    <section class="card" aria-labelledby="sample-links">
      <h2 id="sample-links">{t('people.sample.title')}</h2>
      <p>{t('people.sample.lead')}</p>
      <ul>
        {roles.map(({ key, party }) => (
          <li>
            <a href={visit.to(`/sign-in/sample/${key}`)}>
              {party
                ? t('people.sample.coordinator', { party: inLanguage(party, visit.language) })
                : t('people.sample.organiser')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function LinkSentPage({ visit }: { visit: Visit }) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('people.sent.title')}>
      <p class="lead">{t('people.sent.lead', { minutes: linkMinutes })}</p>
      <p>{t('people.sent.nothing')}</p>
    </Page>
  )
}

interface OpenDoorProps {
  visit: Visit
  name: string
}

/** A link in a mail may be opened by a program that looks for dangers: only the button signs in. */
export function OpenDoorPage({ visit, name }: OpenDoorProps) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('people.open.title', { name })}>
      <p class="lead">{t('people.open.lead')}</p>
      <Form>
        <SubmitButton>{t('people.open.button')}</SubmitButton>
      </Form>
    </Page>
  )
}

export function ClosedDoorPage({ visit, refusal }: { visit: Visit; refusal: string }) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('people.closed.title')}>
      <p class="lead">{t(`people.closed.${refusal}`)}</p>
      <LinkButton href={visit.to('/sign-in')}>{t('people.closed.again')}</LinkButton>
    </Page>
  )
}

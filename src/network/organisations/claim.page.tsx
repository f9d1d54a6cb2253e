import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { SecondTrap } from './trap.page.tsx'
import type { Claim } from './applications.sql.ts'
import { monthsKept } from './join.rules.ts'
import { AddressField, LanguageField } from './join-fields.page.tsx'
import { networkTrail } from './join.page.tsx'
import type { Organisation } from './organisations.sql.ts'
import { postKinds } from './posts.rules.ts'

type Props = Answered & { visit: Visit; organisation: Organisation }

/** "We run this": asks to look after an entry that nobody looks after. */
export function ClaimPage({ visit, organisation, ...answered }: Props) {
  const { t, to, language, member } = visit
  const problems = problemsOf(t, answered)
  const one = (name: string) => ({
    ...{ t, name, mistake: mistakeAt(t, answered, name), value: filledAt(answered, name) },
  })
  const name = inLanguage(organisation.name, language)
  return (
    <Page
      visit={visit}
      title={t('organisations.claim.title', { name })}
      lead={t('organisations.claim.lead')}
      trail={[
        ...networkTrail(visit),
        { href: to(`/network/organisations/${organisation.slug}`), label: name },
      ]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <input type="hidden" name="id" value={filledAt(answered, 'id')} />
        <input type="hidden" name="opened" value={filledAt(answered, 'opened')} />
        <TextField
          {...one('name')}
          value={filledAt(answered, 'name') ?? member?.name}
          required
          autocomplete="name"
          label={t('organisations.join.person-name')}
        />
        <AddressField visit={visit} answered={answered} />
        <Select
          {...one('kind')}
          required
          label={t('organisations.claim.post')}
          none={t('network.form.choose')}
          options={postKinds.map((value) => ({ value, label: t(`organisations.post.${value}`) }))}
        />
        <LongTextField
          {...one('why')}
          required={false}
          rows={2}
          label={t('organisations.claim.why')}
          hint={t('organisations.claim.why-hint')}
        />
        <LanguageField visit={visit} answered={answered} />
        <SecondTrap visit={visit} />
        <Notice>
          <p>{t('organisations.claim.who-looks')}</p>
          <p>{t('organisations.join.kept', { months: monthsKept })}</p>
        </Notice>
        <SubmitButton>{t('organisations.claim.button')}</SubmitButton>
      </Form>
    </Page>
  )
}

/** The page behind the link in the mail: the button shows that the address is theirs. */
export function OwnClaimPage({ visit, claim }: { visit: Visit; claim: Claim }) {
  const { t, to, language } = visit
  const { state, slug, reason } = claim
  return (
    <Page
      visit={visit}
      title={inLanguage(claim.organisation, language)}
      lead={t(`organisations.own-claim.lead-${state}`)}
      trail={networkTrail(visit)}
    >
      {reason && <p>{reason}</p>}
      {state === 'unconfirmed' && (
        <Form>
          <SubmitButton name="do" value="confirm">
            {t('organisations.own-claim.confirm')}
          </SubmitButton>
        </Form>
      )}
      {state === 'accepted' && (
        <p>
          <a href={to(`/network/organisations/${slug}/edit`)}>{t('organisations.own-claim.edit')}</a>
        </p>
      )}
    </Page>
  )
}

import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { languageNames, languages } from '#platform/language.ts'
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
import { MailWait } from '#platform/ui/mail-wait.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { Trap } from '#platform/ui/trap.tsx'
import { confirmDays, monthsKept } from './question.rules.ts'

type Props = Answered & { visit: Visit; days: number }

/** "Don’t hesitate to contact us": a question, and an address for the answer. */
export function ContactPage({ visit, days, ...answered }: Props) {
  const { t, to, member } = visit
  const problems = problemsOf(t, answered)
  const field = (name: string) => ({
    ...{ t, name, value: filledAt(answered, name), mistake: mistakeAt(t, answered, name) },
  })
  return (
    <Page
      visit={visit}
      title={t('contact.title')}
      lead={t('contact.lead', { days })}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <input type="hidden" name="id" value={filledAt(answered, 'id')} />
        <input type="hidden" name="opened" value={filledAt(answered, 'opened')} />
        <LongTextField {...field('words')} required rows={6} label={t('contact.words')} />
        <TextField {...field('name')} required={false} autocomplete="name" label={t('contact.name')} />
        {member ? (
          <p>{t('contact.as-member', { email: member.email })}</p>
        ) : (
          <TextField
            {...field('email')}
            type="email"
            autocomplete="email"
            required
            label={t('contact.email')}
            hint={t('contact.email-hint')}
          />
        )}
        <Select
          {...field('language')}
          value={filledAt(answered, 'language') ?? t.language}
          label={t('contact.language')}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <Trap visit={visit} />
        <Notice>
          <p>{t('contact.public-record')}</p>
          <p>
            {t('contact.kept', { months: monthsKept })}{' '}
            <a href={to('/about/privacy')}>{t('contact.privacy')}</a>
          </p>
        </Notice>
        <SubmitButton>{t('contact.button')}</SubmitButton>
      </Form>
      <OtherWays visit={visit} />
    </Page>
  )
}

/** What has a place of its own, where it is answered sooner. */
const OtherWays = ({ visit: { t, to } }: { visit: Visit }) => (
  <section class="stack-tight" aria-labelledby="other-ways">
    <h2 id="other-ways">{t('contact.other-ways')}</h2>
    <ul>
      <li>
        <a href={to('/ideas/new')}>{t('contact.way-idea')}</a>
      </li>
      <li>
        <a href={to('/needs/new')}>{t('contact.way-need')}</a>
      </li>
      <li>
        <a href={to('/partners')}>{t('contact.way-partner')}</a>
      </li>
      <li>
        <a href={to('/about/contact')}>{t('contact.way-page')}</a>
      </li>
    </ul>
  </section>
)

/** The same for everybody, whether the address was known, new or written to too often. */
export function SentPage({ visit, minutes }: { visit: Visit; minutes: number }) {
  const { t, to, member } = visit
  const who = member ? 'member' : 'guest'
  return (
    <Page
      visit={visit}
      title={t(`contact.sent.title-${who}`)}
      lead={t(`contact.sent.lead-${who}`, { days: confirmDays })}
      trail={[{ href: to('/contact'), label: t('contact.title') }]}
    >
      <MailWait visit={visit} minutes={minutes} />
      <p>
        <a href={to('/')}>{t('contact.sent.home')}</a>
      </p>
    </Page>
  )
}

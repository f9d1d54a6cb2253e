import { CsvLink } from '#platform/ui/csv-link.tsx'
import { shortDate } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languageNames, languages, type Texts } from '#platform/language.ts'
import {
  Choice,
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty, Notice } from '#platform/ui/parts.tsx'
import { mayNameFor } from './coordinators.rules.ts'

interface Party {
  id: string
  key: string
  name: Texts
}

interface Props extends Answered {
  visit: Visit
  /** The party of whoever looks, by its id. */
  ownParty: string
  parties: readonly Party[]
  coordinators: readonly { coordinator_id: string; name: string; since: string; party_id: string }[]
  /** What has just been done: 'named' or 'ended'. */
  done?: string | undefined
}

export function CoordinatorsPage(props: Props) {
  const { visit, parties, done } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('people.coordinators.title')}
      lead={t('people.coordinators.lead')}
      wrong={problems.length > 0}
      trail={[{ href: visit.to('/office'), label: t('people.coordinators.desk') }]}
    >
      <Problems visit={visit} list={problems} />
      {(done === 'named' || done === 'ended') && (
        <Notice kind="good" live>
          {t(`people.coordinators.done.${done}`)}
        </Notice>
      )}
      {parties.map((party) => (
        <OfParty {...props} party={party} />
      ))}
      <section class="section stack" aria-labelledby="new">
        <h2 id="new">{t('people.coordinators.new')}</h2>
        <Form>
          <PartyField {...props} />
          <PersonFields {...props} />
          <SubmitButton>{t('people.coordinators.button')}</SubmitButton>
        </Form>
      </section>
      <CsvLink visit={visit} href="/office/coordinators.csv" />
    </Page>
  )
}

function OfParty({ visit, ownParty, coordinators, party }: Props & { party: Party }) {
  const { t, language } = visit
  const heading = t('people.coordinators.of', { party: inLanguage(party.name, language) })
  const theirs = coordinators.filter(({ party_id }) => party_id === party.id)
  const isOwn = party.id === ownParty
  const head = [t('people.coordinators.name'), t('people.coordinators.since')]
  return (
    // The table in it is a landmark by the same name already.
    <div class="section stack">
      <h2>{heading}</h2>
      {theirs.length === 0 ? (
        <Empty>{t('people.coordinators.none', { party: inLanguage(party.name, language) })}</Empty>
      ) : (
        <DataTable
          caption={heading}
          captionUnseen
          head={isOwn ? [...head, t('people.coordinators.term')] : head}
          rows={theirs.map((one) => {
            const facts = [one.name, shortDate(language, one.since)]
            const href = visit.to(`/office/coordinators/${one.coordinator_id}/end`)
            const end = <a href={href}>{t('people.coordinators.end.link', { name: one.name })}</a>
            return isOwn ? [...facts, end] : facts
          })}
        />
      )}
    </div>
  )
}

/** A question only while there is a choice: as a rule one names somebody for one's own party. */
function PartyField(props: Props) {
  const { visit, ownParty, parties, coordinators } = props
  const { t, language } = visit
  const open = parties.filter(({ id }) =>
    mayNameFor({ ownParty, party: id, coordinators: coordinators.filter((c) => c.party_id === id).length }),
  )
  const own = parties.find(({ id }) => id === ownParty)?.key
  if (open.length < 2) return <input type="hidden" name="party" value={own} />
  return (
    <Choice
      t={t}
      name="party"
      label={t('people.coordinators.term')}
      options={open.map(({ key, name }) => ({
        value: key,
        label: t('people.start.party', { party: inLanguage(name, language) }),
      }))}
      value={filledAt(props, 'party') ?? own}
      mistake={mistakeAt(t, props, 'party')}
    />
  )
}

function PersonFields(props: Props) {
  const { visit } = props
  const { t } = visit
  const field = (name: 'name' | 'email' | 'language') => ({
    ...{ t, name, label: t(`people.coordinators.${name}`), required: true },
    ...{ value: filledAt(props, name), mistake: mistakeAt(t, props, name) },
  })
  return (
    <>
      <TextField {...field('name')} hint={t('people.coordinators.name-hint')} />
      <TextField {...field('email')} type="email" hint={t('people.coordinators.email-hint')} />
      <Select
        {...field('language')}
        options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        value={filledAt(props, 'language') ?? visit.language}
      />
    </>
  )
}

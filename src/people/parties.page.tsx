import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import {
  Choice,
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, DataTable, Empty, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { SubstituteSection } from './substitutes.page.tsx'
import { latestOf, type PartyStanding } from './party-standing.rules.ts'

interface Party {
  id: string
  key: string
  name: Texts
}

interface StandingRow {
  party_id: string
  standing: PartyStanding
  from_day: string
  reason: Texts
}

interface Substitute {
  id: string
  party_id: string
  name: string
  from_day: string
  until_day: string
}

export interface PartiesProps extends Answered {
  visit: Visit
  own: Party
  parties: readonly Party[]
  standings: readonly StandingRow[]
  substitutes: readonly Substitute[]
  /** Which of the two forms was sent. */
  sent?: 'standing' | 'substitute'
  done?: string | undefined
}

const doneMax = ['said', 'named', 'ended', 'asked', 'answered', 'withdrawn'] as const

/** How every party stands, and what one's own says about itself. */
export function PartiesPage(props: PartiesProps) {
  const { visit, done } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const said = doneMax.find((one) => one === done)
  return (
    <Page
      visit={visit}
      title={t('people.parties.title')}
      lead={t('people.parties.lead')}
      wrong={problems.length > 0}
      trail={[{ href: visit.to('/office'), label: t('people.coordinators.desk') }]}
    >
      <Problems visit={visit} list={problems} />
      {said && (
        <Notice kind="good" live>
          {t(`people.parties.done.${said}`)}
        </Notice>
      )}
      {props.parties.map((party) => (
        <OfParty {...props} party={party} />
      ))}
      <StandingSection {...props} />
      <SubstituteSection {...props} />
      <section class="section stack" aria-labelledby="take-in">
        <h2 id="take-in">{t('people.parties.take-in.title')}</h2>
        <p>{t('people.parties.take-in.lead')}</p>
        <Actions>
          <LinkButton variant="secondary" href={visit.to('/office/parties/new')}>
            {t('people.parties.take-in.link')}
          </LinkButton>
        </Actions>
      </section>
    </Page>
  )
}

function OfParty({ visit, standings, substitutes, party, own }: PartiesProps & { party: Party }) {
  const { t, language } = visit
  const name = inLanguage(party.name, language)
  const theirs = standings.filter(({ party_id }) => party_id === party.id).toReversed()
  // Who has been in from the start has given no reason: an empty column says nothing.
  const hasReasons = theirs.some(({ reason }) => Object.keys(reason).length > 0)
  const standIns = substitutes.filter(({ party_id }) => party_id === party.id)
  return (
    <div class="section stack">
      <h2 class="capitalized">{name}</h2>
      <DataTable
        caption={t('people.parties.of', { party: name })}
        captionUnseen
        head={[
          t('people.parties.from'),
          t('people.parties.standing'),
          ...(hasReasons ? [t('people.parties.reason')] : []),
        ]}
        rows={theirs.map(({ from_day, standing, reason }) => [
          dateInWords(language, from_day),
          t(`people.standing.${standing}`),
          ...(hasReasons ? [<Text of={reason} t={t} />] : []),
        ])}
      />
      {standIns.length > 0 && (
        <ul>
          {standIns.map((one) => (
            <li>
              {t('people.substitutes.one', {
                name: one.name,
                from: dateInWords(language, one.from_day),
                until: dateInWords(language, one.until_day),
              })}{' '}
              {party.id === own.id && (
                <a href={visit.to(`/office/parties/substitutes/${one.id}/end`)}>
                  {t('people.substitutes.end.link', { name: one.name })}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** A party can say only what follows on how it stands now. */
const nextOf: Record<PartyStanding, readonly PartyStanding[]> = {
  joined: ['paused', 'left'],
  paused: ['joined', 'left'],
  left: [],
}

function StandingSection(props: PartiesProps) {
  const { visit, own, standings } = props
  const { t, language } = visit
  const form: Answered = props.sent === 'standing' ? props : {}
  const party = inLanguage(own.name, language)
  const options = nextOf[latestOf(standings, own.id)?.standing ?? 'joined']
  return (
    <section class="section stack" aria-labelledby="standing">
      <h2 id="standing">{t('people.parties.say.title', { party })}</h2>
      <p>{t('people.parties.say.lead')}</p>
      {options.length === 0 ? (
        <Empty>{t('people.parties.refusal.has-left')}</Empty>
      ) : (
        <Form action={visit.to('/office/parties')}>
          <input type="hidden" name="party" value={own.key} />
          <Choice
            t={t}
            name="to"
            label={t('people.parties.say.what', { party })}
            options={options.map((value) => ({ value, label: t(`people.parties.say.${value}`) }))}
            value={filledAt(form, 'to')}
            mistake={mistakeAt(t, form, 'to')}
          />
          <TextField
            t={t}
            type="date"
            name="from_day"
            label={t('people.parties.from')}
            value={filledAt(form, 'from_day') ?? localDate(visit.now)}
            mistake={mistakeAt(t, form, 'from_day')}
            required
          />
          <TextsField
            t={t}
            name="reason"
            label={t('people.parties.reason')}
            hint={t('people.parties.say.public')}
            value={textsAt(form, 'reason', {})}
            mistakes={mistakesInWords(t, form)}
            rows={3}
          />
          <SubmitButton>{t('people.parties.say.button')}</SubmitButton>
        </Form>
      )}
    </section>
  )
}

import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languageNames, languages } from '#platform/language.ts'
import {
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts } from '#platform/ui/parts.tsx'
import { LongText } from '#platform/ui/text.tsx'
import type { Asked } from './joint-decisions/asked.ts'
import { JointDecisionPart } from './joint-decisions/joint-decision.page.tsx'
import { NewParty } from './joint-decisions/take-in-party.ts'

const trail = ({ t, to }: Visit) => [{ href: to('/office/parties'), label: t('people.parties.title') }]

interface ProposeProps extends Answered {
  visit: Visit
  id: string
}

/** Proposes that another party joins the agreement. */
export function ProposePartyPage(props: ProposeProps) {
  const { visit, id } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const mistakes = mistakesInWords(t, props)
  const field = (name: string, label: string) => ({
    ...{ t, name, label, required: true },
    ...{ value: filledAt(props, name), mistake: mistakeAt(t, props, name) },
  })
  return (
    <Page
      visit={visit}
      title={t('people.parties.take-in.title')}
      lead={t('people.parties.take-in.lead')}
      wrong={problems.length > 0}
      trail={trail(visit)}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <input type="hidden" name="id" value={filledAt(props, 'id') ?? id} />
        <TextsField
          {...{ t, mistakes, name: 'party_name', label: t('people.parties.take-in.name') }}
          value={textsAt(props, 'party_name', {})}
        />
        <TextsField
          {...{ t, mistakes, name: 'reason', label: t('people.parties.take-in.why'), rows: 3 }}
          value={textsAt(props, 'reason', {})}
        />
        <TextField
          {...field('from_day', t('people.parties.take-in.from'))}
          hint={t('people.parties.take-in.from-hint')}
          type="date"
        />
        <h2>{t('people.parties.take-in.first')}</h2>
        <TextField {...field('name', t('people.coordinators.name'))} />
        <TextField {...field('email', t('people.coordinators.email'))} type="email" />
        <Select
          {...field('language', t('people.coordinators.language'))}
          options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
          value={filledAt(props, 'language') ?? visit.language}
        />
        <SubmitButton>{t('people.parties.take-in.button')}</SubmitButton>
      </Form>
    </Page>
  )
}

interface QuestionProps extends Answered {
  visit: Visit
  asked: Asked
}

/** Whether a party joins: read, and answered by each. */
export function PartyQuestionPage(props: QuestionProps) {
  const { visit, asked } = props
  const { t, language } = visit
  const what = NewParty.parse(asked.decision.what)
  const name = inLanguage(what.party_name, language)
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('people.parties.question', { party: name })}
      wrong={problems.length > 0}
      trail={visit.member?.party ? trail(visit) : [{ href: visit.to('/office'), label: t('office.title') }]}
    >
      <Problems visit={visit} list={problems} />
      <Facts
        rows={[
          [t('people.parties.take-in.from'), dateInWords(language, what.from_day)],
          [t('people.parties.take-in.first'), what.name],
        ]}
      />
      <LongText of={asked.decision.reason} t={t} />
      <JointDecisionPart {...props} />
    </Page>
  )
}

import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Problems, problemsOf } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Facts, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { historyLine } from './history.page.tsx'
import type { LunchOfNeed } from './lunches.sql.ts'
import { isPublic } from './need.rules.ts'
import type { Need, StepTaken } from './needs.sql.ts'
import { AnswerForm, JoinForm, LetGoForm, LunchFormPart, MatchForm, PartForm } from './office-forms.page.tsx'
import { officeNeedsTrail } from './office-needs.page.tsx'
import { ModerateForms } from './moderate.page.tsx'
import type { Offer } from './offers.sql.ts'
import type { QueuedNeed } from './queue.page.tsx'
import type { Likeness } from './similar.rules.ts'
import { behindInWords, NeedTag, organisationInWords } from './standing.page.tsx'

export interface OfficeNeedProps extends Answered {
  visit: Visit
  need: QueuedNeed
  head: QueuedNeed | null
  joined: readonly Need[]
  /** Offers that it can be matched with. */
  offers: readonly Offer[]
  lunch: LunchOfNeed | null
  steps: readonly StepTaken[]
  similar: readonly (Likeness & { need: Need })[]
  /** What it can be joined with. */
  others: readonly Need[]
}

/** One need on the office's desk: what it says, what may be like it, and the one thing to do next. */
export function OfficeNeedPage(props: OfficeNeedProps) {
  const { visit, need, steps } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('lunch-and-learn.office.need', { number: need.number })}
      trail={officeNeedsTrail(visit, true)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <p class="lead">
        <Text of={need.words} t={t} />
      </p>
      <p>
        <NeedTag visit={visit} need={need} /> {t(`lunch-and-learn.says.${need.state}`)}
      </p>
      {need.why && <p lang={need.language === language ? undefined : need.language}>{need.why}</p>}
      <Facts
        rows={[
          [t('lunch-and-learn.need.asked-by'), organisationInWords(t, need)],
          [t('lunch-and-learn.need.behind'), behindInWords(visit, need)],
          [t('lunch-and-learn.need.answer-by'), dateInWords(language, need.answer_due_on)],
          [t('lunch-and-learn.need.written-in'), t(`programme.event.spoken-${need.language}`)],
        ]}
      />
      {isPublic(need) && (
        <p>
          <a href={visit.to(`/needs/${need.number}`)}>{t('lunch-and-learn.office.see')}</a>
        </p>
      )}
      <NextThing {...props} />
      <section class="stack-tight">
        <h2>{t('lunch-and-learn.need.history')}</h2>
        <ol class="lined-list">
          {steps.map((step, index) => (
            <li>
              {historyLine(visit, step, steps[index - 1]?.state ?? 'new')}
              {step.by && ` (${step.by})`}
            </li>
          ))}
        </ol>
      </section>
    </Page>
  )
}

/** What can be done with a need in the state it is in. */
function NextThing(props: OfficeNeedProps) {
  const { visit, need, head, lunch } = props
  const { t } = visit
  switch (need.state) {
    case 'new':
    case 'turned-down':
      return <ModerateForms {...props} />
    case 'open':
      return (
        <>
          <MatchForm {...props} />
          <JoinForm {...props} />
          <AnswerForm {...props} />
          <ModerateForms {...props} />
        </>
      )
    case 'joined':
      return head && head.ended_at === null ? <PartForm {...props} head={head} /> : null
    case 'matched':
      return (
        <>
          {lunch ? <Draft visit={visit} lunch={lunch} /> : <LunchFormPart {...props} />}
          <LetGoForm {...props} />
          <AnswerForm {...props} />
        </>
      )
    case 'planned':
      return lunch ? (
        <Actions>
          <LinkButton href={visit.to(`/office/events/${lunch.event_id}`)}>
            {t('lunch-and-learn.office.to-lunch')}
          </LinkButton>
        </Actions>
      ) : null
    case 'met':
    case 'answered':
    case 'withdrawn':
      return null
  }
}

/** The lunch is made but not published: those who asked are told when it is. */
const Draft = ({ visit: { t, to, language }, lunch }: { visit: Visit; lunch: LunchOfNeed }) => (
  <Notice title={inLanguage(lunch.title, language)}>
    <p>{t('lunch-and-learn.office.draft-says')}</p>
    <p>
      <a href={to(`/office/events/${lunch.event_id}`)}>{t('lunch-and-learn.office.to-lunch')}</a>
    </p>
  </Notice>
)

import type { Child } from 'hono/jsx'
import { dateInWords } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import { datePlus, localDate } from '#platform/time.ts'
import { filledAt, Form, mistakeAt, Select, SubmitButton, TextField } from '#platform/ui/form.tsx'
import type { LedToKind } from './led-to.rules.ts'
import type { OfficeIdeaProps } from './office-idea.page.tsx'

// Time to invite people.
const eventDaysAhead = 42

type One = (make: LedToKind) => Child

/** What it can become, each with one button. Those who stand behind the idea are told. */
export function MakeForms(props: OfficeIdeaProps) {
  const { visit, idea } = props
  const { t } = visit
  const action = visit.to(`/office/ideas/${idea.number}/make`)
  const one: One = (make) => (
    <>
      <input type="hidden" name="id" value={newId()} />
      <SubmitButton variant="secondary" name="make" value={make}>
        {t(`ideas.make.${make}`)}
      </SubmitButton>
    </>
  )
  return (
    <section class="stack">
      <h2>{t('ideas.make.title')}</h2>
      <p>{t('ideas.make.says')}</p>
      <Form action={action}>{one('lunch-need')}</Form>
      <EventFields {...props} action={action} one={one} />
      <Form action={action}>{one('partnership')}</Form>
      <CallFields {...props} action={action} one={one} />
      <ForumFields {...props} action={action} one={one} />
      <CommitmentFields {...props} action={action} one={one} />
    </section>
  )
}

type Fields = OfficeIdeaProps & { action: string; one: One }

function EventFields({ visit: { t, language, now }, places: { series }, action, one }: Fields) {
  return (
    <Form action={action}>
      <div class="grid two">
        <Select
          t={t}
          name="series"
          label={t('ideas.make.series')}
          options={series.map(({ key, name }) => ({ value: key, label: inLanguage(name, language) }))}
        />
        <TextField
          t={t}
          name="date"
          type="date"
          label={t('ideas.make.date')}
          value={datePlus(localDate(now), eventDaysAhead)}
        />
      </div>
      {one('event')}
    </Form>
  )
}

function CallFields({ visit: { t, language }, places: { calls }, action, one }: Fields) {
  if (calls.length === 0) return null
  const options = calls.map(({ id, name, title, closes_at }) => ({
    value: id,
    label: `${inLanguage(title ?? name, language)} (${dateInWords(language, localDate(closes_at))})`,
  }))
  return (
    <Form action={action}>
      <Select t={t} name="call" label={t('ideas.make.call')} options={options} />
      {one('theme-proposal')}
    </Form>
  )
}

function ForumFields({ visit: { t, language }, places: { forums }, action, one }: Fields) {
  if (forums.length === 0) return null
  const options = forums.map(({ id, title, starts_at }) => ({
    value: id,
    label: `${inLanguage(title, language)} (${dateInWords(language, localDate(starts_at))})`,
  }))
  return (
    <Form action={action}>
      <Select t={t} name="event" label={t('ideas.make.forum')} options={options} />
      {one('forum-theme')}
    </Form>
  )
}

/** What the plan asks of a commitment; the other parties say yes or no to it. */
function CommitmentFields({ visit, places: { plan, goals }, action, one, ...answered }: Fields) {
  const { t, language } = visit
  if (!plan || goals.length === 0) return null
  const options = goals.map(({ id, number, title }) => ({
    value: id,
    label: `${number}. ${inLanguage(title, language)}`,
  }))
  return (
    <Form action={action}>
      <div class="grid two">
        <Select
          t={t}
          name="goal"
          label={t('ideas.make.goal')}
          options={options}
          value={filledAt(answered, 'goal')}
        />
        <TextField
          t={t}
          name="due"
          type="date"
          label={t('ideas.make.due')}
          min={plan.starts_on}
          max={plan.ends_on}
          value={filledAt(answered, 'due') ?? plan.ends_on}
          mistake={mistakeAt(t, answered, 'due')}
        />
      </div>
      <TextField
        t={t}
        name="measure"
        label={t('ideas.make.measure')}
        hint={t('ideas.make.commitment-says')}
        value={filledAt(answered, 'measure')}
        mistake={mistakeAt(t, answered, 'measure')}
      />
      {one('commitment')}
    </Form>
  )
}

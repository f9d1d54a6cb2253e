import { dateInWords } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import { datePlus, localDate } from '#platform/time.ts'
import { Form, Select, SubmitButton, TextField } from '#platform/ui/form.tsx'
import type { LedToKind } from './led-to.rules.ts'
import type { OfficeIdeaProps } from './office-idea.page.tsx'

// Time to invite people.
const eventDaysAhead = 42

/** What it can become, each with one button. Those who stand behind the idea are told. */
export function MakeForms({ visit, idea, places }: OfficeIdeaProps) {
  const { t, language, now } = visit
  const action = visit.to(`/office/ideas/${idea.number}/make`)
  const { series, calls, forums } = places
  const one = (make: LedToKind) => (
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
      <Form action={action}>{one('partnership')}</Form>
      {calls.length > 0 && (
        <Form action={action}>
          <Select
            t={t}
            name="call"
            label={t('ideas.make.call')}
            options={calls.map(({ id, name, title, closes_at }) => ({
              value: id,
              label: `${inLanguage(title ?? name, language)} (${dateInWords(language, localDate(closes_at))})`,
            }))}
          />
          {one('theme-proposal')}
        </Form>
      )}
      {forums.length > 0 && (
        <Form action={action}>
          <Select
            t={t}
            name="event"
            label={t('ideas.make.forum')}
            options={forums.map(({ id, title, starts_at }) => ({
              value: id,
              label: `${inLanguage(title, language)} (${dateInWords(language, localDate(starts_at))})`,
            }))}
          />
          {one('forum-theme')}
        </Form>
      )}
    </section>
  )
}

import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
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
import type { Making } from '../load-facts.ts'
import { pathTrail } from '../office.page.tsx'
import { firstLastDay } from './consultation.rules.ts'

/** The round: opened with a last day, and given more days later. */
export function RoundPage(props: Answered & { visit: Visit; making: Making }) {
  const { visit, making } = props
  const { t, language, now } = visit
  const problems = problemsOf(t, props)
  const { last_day } = making.successor
  return (
    <Page
      visit={visit}
      title={t(`successor.round.${last_day ? 'more-days' : 'open'}`)}
      lead={t('successor.round.lead')}
      trail={pathTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {last_day && <p>{t('successor.round.until', { date: dateInWords(language, last_day) })}</p>}
      <Form>
        <TextField
          t={t}
          name="last_day"
          type="date"
          label={t('successor.round.last-day')}
          hint={t('successor.round.last-day-hint')}
          value={filledAt(props, 'last_day') ?? last_day ?? firstLastDay(localDate(now))}
          mistake={mistakeAt(t, props, 'last_day')}
        />
        <SubmitButton>{t(`successor.round.button-${last_day ? 'more' : 'open'}`)}</SubmitButton>
      </Form>
    </Page>
  )
}

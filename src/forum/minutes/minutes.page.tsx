import { dateAndTime } from '#platform/dates.ts'
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
  SubmitButton,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { refusalToCorrect } from '../note.rules.ts'
import type { Recommendation } from '../recommendations.sql.ts'
import type { Said } from '../report/load-said.ts'
import { SaidAtTables } from '../report/said.page.tsx'
import { CorrectionText } from './corrections.page.tsx'
import type { Correction, MinutesLink } from './minutes.sql.ts'
import { NoteText } from './note-text.page.tsx'
import { Recommended } from './recommended.page.tsx'

interface Props extends Answered {
  visit: Visit
  link: MinutesLink
  /** Those of whoever has the link. */
  corrections: readonly Correction[]
  /** What the tables wrote, which is part of the minutes. */
  said: Said
  /** What is recommended to whom, which is part of them too. */
  recommendations: readonly Recommendation[]
}

/** The draft, for somebody who was present: to read it, and to say what is wrong. */
export function MinutesPage({ visit, link, corrections, said, recommendations, ...answered }: Props) {
  const { t, language } = visit
  const problems = problemsOf(t, answered)
  const isOpen = refusalToCorrect(link, corrections.length, visit.now) === null
  const until = dateAndTime(language, link.corrections_until ?? visit.now)
  return (
    <Page
      visit={visit}
      title={t('minutes.title', { event: inLanguage(link.title, language) })}
      lead={isOpen ? t('minutes.lead', { until }) : t(`minutes.closed.${link.state}`)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {link.state === 'published' && link.event_published_at !== null && (
        <p>
          <a href={visit.to(`/events/${link.slug}`)}>{t('minutes.to-event')}</a>
        </p>
      )}
      {link.state !== 'published' && <Notice>{t('minutes.not-public')}</Notice>}
      <NoteText visit={visit} note={link} additions={[]} level={2} />
      <SaidAtTables visit={visit} said={said} />
      <Recommended visit={visit} recommendations={recommendations} />
      {corrections.length > 0 && (
        <section class="stack" aria-labelledby="yours">
          <h2 id="yours">{t('minutes.yours')}</h2>
          <ul class="lined-list">
            {corrections.map((one) => (
              <li class="stack-tight">
                <CorrectionText visit={visit} correction={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {isOpen && <CorrectionFields visit={visit} {...answered} />}
    </Page>
  )
}

function CorrectionFields({ visit: { t }, ...answered }: Answered & { visit: Visit }) {
  return (
    <Form>
      <LongTextField
        t={t}
        name="words"
        label={t('minutes.words')}
        hint={t('minutes.words-hint')}
        value={filledAt(answered, 'words')}
        mistake={mistakeAt(t, answered, 'words')}
        rows={5}
      />
      <SubmitButton>{t('minutes.send-correction')}</SubmitButton>
    </Form>
  )
}

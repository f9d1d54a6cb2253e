import { shortDate } from '#platform/dates.ts'
import { type Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { filledAt, Form, LongTextField, mistakeAt, SubmitButton } from '#platform/ui/form.tsx'
import type { Entry } from './entries.sql.ts'
import { refusalToLook } from './entry.rules.ts'
import type { Search } from './waiting.sql.ts'

interface Props extends Answered {
  visit: Visit
  entry: Entry
  searches: readonly Search[]
}

/** What the office did to find somebody for a need, and the form for what it does next. */
export function LookAround({ visit, entry, searches, ...answered }: Props) {
  const { t, to, language } = visit
  if (entry.side === 'offer') return null
  const isOver = refusalToLook(entry) !== null
  if (isOver && searches.length === 0) return null
  const asked = new URLSearchParams({ q: inLanguage(entry.words, language) })
  return (
    <section class="stack" aria-labelledby="look">
      <h2 id="look">{t('needs-offers.look.title')}</h2>
      {searches.length > 0 && (
        <ol class="lined-list">
          {searches.map(({ words, at, by }) => (
            <li class="stack-tight">
              <p>{words ?? t('needs-offers.look.wiped')}</p>
              <p class="small quiet">
                {by}, {shortDate(language, at)}
              </p>
            </li>
          ))}
        </ol>
      )}
      {!isOver && (
        <>
          <p>
            {t('needs-offers.look.says')}{' '}
            <a href={to(`/network/ask?${asked.toString()}`)}>{t('network.ask.link')}</a>
          </p>
          <Form>
            <input type="hidden" name="do" value="look-around" />
            <LongTextField
              {...{ t, name: 'looked', required: true, rows: 3, label: t('needs-offers.look.label') }}
              hint={t('needs-offers.look.hint')}
              value={filledAt(answered, 'looked')}
              mistake={mistakeAt(t, answered, 'looked')}
            />
            <SubmitButton variant="secondary">{t('needs-offers.look.button')}</SubmitButton>
          </Form>
        </>
      )}
    </section>
  )
}

import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languages } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { filledAt, Form, Problems, problemsOf, seenAt, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Acting } from './acting.ts'
import { standingOf, stillUntil } from './entry.rules.ts'
import type { Entry } from './entries.sql.ts'
import { EntryFields, ownTrail } from './entry-form.page.tsx'
import { daysInWords, EntryFacts, EntryTag, type Theme } from './shown.page.tsx'

interface Props extends Answered {
  visit: Visit
  acting: Acting
  entry: Entry
  themes: readonly Theme[]
  places: readonly string[]
}

/** Where an organisation looks after one of its needs or offers. */
export function EditEntryPage({ visit, acting, entry, themes, places, ...answered }: Props) {
  const { t, to, language, now } = visit
  const problems = problemsOf(t, answered)
  const standing = standingOf(entry, localDate(now))
  return (
    <Page
      visit={visit}
      title={inLanguage(entry.words, language)}
      heading={<Text of={entry.words} t={t} />}
      trail={ownTrail(visit, acting)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <p>
        {t(`needs-offers.side.${entry.side}`)} <EntryTag visit={visit} entry={entry} />
      </p>
      {entry.reason && (
        <Notice kind="late" title={t('needs-offers.own.taken-down')}>
          {entry.reason}
        </Notice>
      )}
      {standing !== 'ended' && <Still visit={visit} entry={entry} asks={standing === 'asks'} />}
      {standing === 'ended' ? (
        <EntryFacts visit={visit} entry={entry} themes={themes} />
      ) : (
        <section class="stack" aria-labelledby="change">
          <h2 id="change">{t('needs-offers.own.change')}</h2>
          <p>{t('needs-offers.own.change-says')}</p>
          <Form>
            <input type="hidden" name="do" value="change" />
            <input type="hidden" name="id" value={entry.id} />
            <input type="hidden" name="organisation" value={entry.organisation_id} />
            <input type="hidden" name="side" value={entry.side} />
            <input type="hidden" name="kind" value={entry.kind} />
            <input type="hidden" name="seen" value={seenAt(answered, entry.changed_at)} />
            <EntryFields visit={visit} answered={filledFrom(entry, answered)} {...{ themes, places }} />
            <SubmitButton>{t('needs-offers.own.change-button')}</SubmitButton>
          </Form>
        </section>
      )}
      {standing === 'open' && (
        <p>
          <a href={to(`/network/needs/${entry.id}`)}>{t('needs-offers.own.as-seen')}</a>
        </p>
      )}
    </Page>
  )
}

/** Whether it is still so: the first thing when its last day has passed. */
function Still({ visit, entry, asks }: { visit: Visit; entry: Entry; asks: boolean }) {
  const { t, now } = visit
  const until = stillUntil(localDate(now))
  return (
    <section class="stack" aria-labelledby="still">
      <h2 id="still">{t('needs-offers.own.still')}</h2>
      {asks && <p>{t('needs-offers.own.still-asks')}</p>}
      <Form>
        <Actions>
          {until > entry.until_day && (
            <SubmitButton name="do" value="still" variant={asks ? 'primary' : 'secondary'}>
              {t('needs-offers.own.still-button', { days: daysInWords(visit, localDate(now), until) })}
            </SubmitButton>
          )}
          <SubmitButton name="do" value="met" variant="secondary">
            {t(`needs-offers.own.met-${entry.side}`)}
          </SubmitButton>
          <SubmitButton name="do" value="withdrawn" variant="secondary">
            {t('needs-offers.own.withdraw')}
          </SubmitButton>
        </Actions>
      </Form>
    </section>
  )
}

/** What stands there, until something else was typed. */
function filledFrom(entry: Entry, answered: Answered): Answered {
  if (filledAt(answered, 'words.sv') !== undefined) return answered
  const { words, about, place, theme_id, from_day, until_day, ask_for } = entry
  const texts = Object.fromEntries(
    Object.entries({ words, about }).flatMap(([field, all]) =>
      languages.map((language) => [[field, language].join('.'), all[language] ?? '']),
    ),
  )
  const rest = {
    ...{ place: place ?? '', theme: theme_id ?? '', from: from_day, until: until_day },
    ask_for: ask_for ?? '',
  }
  return { ...answered, filled: { ...texts, ...rest } }
}

import { dateAndTime } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { Choice, filledAt, Form, mistakeAt, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { closedSince } from './map-times.rules.ts'
import { isClosed, refusalToShow, type Showing, whens } from './show-map.rules.ts'

interface Props extends Answered {
  visit: Visit
  dialogue: Showing & {
    id: string
    slug: string
    title: Texts
    event_id: string
    event_title: Texts
    at_closing: number | null
  }
  took: { people: number; votes: number }
}

/** Where organizers decide that everybody is to see the map. Before that they see no more of it than anybody else. */
export function ShowMapPage(props: Props) {
  const { visit, dialogue, took } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const refusal = refusalToShow(dialogue)
  return (
    <Page
      visit={visit}
      title={t('opinions.show.title', { theme: inLanguage(dialogue.title, language) })}
      wrong={problems.length > 0}
      trail={[
        {
          href: visit.to(`/office/events/${dialogue.event_id}`),
          label: inLanguage(dialogue.event_title, language),
        },
      ]}
    >
      <Problems visit={visit} list={problems} />
      <Facts
        rows={[
          [t('opinions.show.people'), String(took.people)],
          [t('opinions.show.votes'), String(took.votes)],
          [t('opinions.show.closes'), dateAndTime(language, closedSince(dialogue))],
          [t('opinions.show.shown-since'), dialogue.shown_at && dateAndTime(language, dialogue.shown_at)],
        ]}
      />
      {refusal === null && <Decide {...props} />}
      {refusal !== null && refusal !== 'shown-already' && <Notice>{t(`opinions.refusal.${refusal}`)}</Notice>}
      {dialogue.shown_at !== null && <Shown {...props} />}
    </Page>
  )
}

function Decide(props: Props) {
  const { visit, dialogue } = props
  const { t, now } = visit
  const over = isClosed(dialogue, now)
  const chosen = filledAt(props, 'when') ?? (over ? 'now' : 'at-closing')
  return (
    <>
      {dialogue.at_closing === 1 && (
        <Notice kind="waiting">
          {t('opinions.show.decided', { time: dateAndTime(visit.language, dialogue.closes_at) })}
        </Notice>
      )}
      <h2>{t('opinions.show.what')}</h2>
      <ul>
        <li>{t('opinions.show.seen-groups')}</li>
        <li>{t('opinions.show.seen-statements')}</li>
        <li>{t('opinions.show.seen-nobody')}</li>
        <li>{t('opinions.show.seen-changes')}</li>
      </ul>
      <p>{t('opinions.show.nobody-before')}</p>
      <Form>
        <Choice
          t={t}
          name="when"
          label={t('opinions.show.when')}
          required
          value={chosen}
          mistake={mistakeAt(t, props, 'when')}
          options={whens
            .filter((when) => when === 'now' || !over)
            .map((value) => ({
              value,
              label: t(`opinions.show.when-${value}`),
              hint: t(`opinions.show.when-hint-${value}`),
            }))}
        />
        <SubmitButton>{t('opinions.show.press')}</SubmitButton>
      </Form>
    </>
  )
}

const files = ['votes.csv', 'comments.csv', 'participants-votes.csv', 'summary.csv'] as const

function Shown({ visit, dialogue }: Props & { shownSince?: Instant }) {
  const { t } = visit
  const below = visit.to(`/office/events/${dialogue.event_id}/dialogue/${dialogue.id}/export`)
  return (
    <>
      <LinkButton href={visit.to(`/dialogue/${dialogue.slug}/map`)}>{t('opinions.show.see')}</LinkButton>
      <h2>{t('opinions.export.title')}</h2>
      <p>{t('opinions.export.says')}</p>
      <ul>
        {files.map((file) => (
          <li>
            <a href={`${below}/${file}`}>{file}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

import { dateAndTime } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Folded, Problems, problemsOf } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { dialogueState, endOf } from './dialogue.rules.ts'
import type { Dialogue } from './dialogues.sql.ts'
import type { Voting } from './load-voting.ts'
import { opinionWords } from './opinions.ts'
import { SectorForm } from './sector.page.tsx'
import { StatementWords, WrittenIn } from './statement-words.page.tsx'
import type { Statement } from './statements.sql.ts'

interface Props extends Answered {
  visit: Visit
  voting: Voting
  /** The secret of whoever comes for the first time; it becomes their cookie with the first vote. */
  me: string | null
  /** What has just been done. */
  done: 'sent' | 'known' | undefined
  /** What somebody voted on too late, or after it was taken away. */
  missed?: Statement | undefined
}

/** The page of a theme while it can be voted on: one statement, large, and three answers. */
export function VotePage(props: Props) {
  const { visit, voting, done } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const script = visit.site.assets['vote.js']
  const state = dialogueState(voting.dialogue, visit.now)
  return (
    <Page
      visit={visit}
      title={inLanguage(voting.dialogue.title, visit.language)}
      heading={<Text of={voting.dialogue.title} t={t} />}
      lead={voting.done === 0 ? <Text of={voting.dialogue.lead} t={t} /> : undefined}
      trail={eventTrailOf(visit, voting.dialogue)}
      wrong={problems.length > 0}
      head={script && voting.next && <script type="module" src={script} />}
    >
      <Problems visit={visit} list={problems} />
      {props.missed && <Missed visit={visit} statement={props.missed} />}
      {done && (
        <Notice kind="good" live>
          {t(`dialogue.done.${done}`)}
        </Notice>
      )}
      {state === 'closed' ? <Closed {...props} /> : <Asked {...props} />}
      <More {...props} />
    </Page>
  )
}

const eventTrailOf = (visit: Visit, dialogue: Dialogue) =>
  dialogue.event_unlisted === 1 || dialogue.event_published_at === null
    ? undefined
    : [
        {
          href: visit.to(`/events/${dialogue.event_slug}`),
          label: inLanguage(dialogue.event_title, visit.language),
        },
      ]

const at = (visit: Visit, { slug }: Dialogue, rest = ''): string => visit.to(`/dialogue/${slug}${rest}`)

/** The words stay on the page, so that nobody wonders what it was that did not count. */
const Missed = ({ visit, statement }: { visit: Visit; statement: Statement }) => (
  <Notice kind="stopped" title={visit.t('dialogue.missed')}>
    <p>
      <StatementWords visit={visit} statement={statement} />
    </p>
  </Notice>
)

function Asked(props: Props) {
  const { visit, voting } = props
  if (voting.asksSector)
    return <SectorForm visit={visit} action={at(visit, voting.dialogue, '/sector')} chosen={null} maySkip />
  if (!voting.next) return <End {...props} />
  return <OneStatement {...props} next={voting.next} />
}

function OneStatement({ visit, voting, me, next }: Props & { next: Statement }) {
  const { t } = visit
  return (
    <section class="one-statement" id="vote" aria-labelledby="statement" data-vote>
      <p class="quiet">{t('dialogue.progress', { done: voting.done, left: voting.left })}</p>
      <progress value={voting.done} max={voting.all} aria-label={t('dialogue.progress-label')} />
      <h2 id="statement" class="says">
        <StatementWords visit={visit} statement={next} />
      </h2>
      <WrittenIn visit={visit} statement={next} />
      <form method="post" class="answers" action={at(visit, voting.dialogue)}>
        <input type="hidden" name="statement" value={next.id} />
        {me && <input type="hidden" name="me" value={me} />}
        {opinionWords.map((word, index) => (
          <button
            class="ds-button"
            data-variant={word === 'pass' ? 'tertiary' : 'secondary'}
            type="submit"
            name="vote"
            value={word}
          >
            <kbd hidden aria-hidden="true">
              {index + 1}
            </kbd>
            {t(`dialogue.opinion.${word}`)}
          </button>
        ))}
      </form>
      <p class="small quiet keys" hidden>
        <label>
          <input type="checkbox" data-keys /> {t('dialogue.keys')}
        </label>
      </p>
    </section>
  )
}

function End({ visit, voting }: Props) {
  const { t } = visit
  return (
    <section class="one-statement" id="vote">
      <h2>{t('dialogue.end.title')}</h2>
      <p>{t('dialogue.end.lead', { all: voting.all, date: endInWords(visit, voting.dialogue) })}</p>
      <Actions>
        <LinkButton href={at(visit, voting.dialogue, '/write')}>{t('dialogue.write.link')}</LinkButton>
        <LinkButton href={at(visit, voting.dialogue, '/votes')} variant="secondary">
          {t('dialogue.votes.see')}
        </LinkButton>
      </Actions>
    </section>
  )
}

export const endInWords = (visit: Visit, dialogue: Dialogue): string =>
  dateAndTime(visit.language, endOf(dialogue))

function Closed({ visit, voting }: Props) {
  const { t } = visit
  return (
    <Notice kind="plain" title={t('dialogue.closed.title', { date: endInWords(visit, voting.dialogue) })}>
      <p>{t(voting.dialogue.shown_at ? 'dialogue.closed.shown' : 'dialogue.closed.lead')}</p>
      <ToMap visit={visit} dialogue={voting.dialogue} />
    </Notice>
  )
}

/** Where the result is, as soon as everybody may see it. */
const ToMap = ({ visit, dialogue }: { visit: Visit; dialogue: Dialogue }) =>
  dialogue.shown_at === null ? null : (
    <p>
      <a href={at(visit, dialogue, '/map')}>{visit.t('dialogue.closed.map')}</a>
    </p>
  )

/** What else one can do, and what happens with what one says. */
function More({ visit, voting }: Props) {
  const { t } = visit
  const { dialogue, voter, done } = voting
  const isOpen = dialogueState(dialogue, visit.now) === 'open'
  return (
    <>
      {isOpen && <ToMap visit={visit} dialogue={dialogue} />}
      {isOpen && voting.mayMiss && voting.next && (
        <p>
          {t('dialogue.write.missing')} <a href={at(visit, dialogue, '/write')}>{t('dialogue.write.link')}</a>
        </p>
      )}
      {voter && (
        <ul class="plain-list">
          <li>
            <a href={at(visit, dialogue, '/votes')}>{t('dialogue.votes.link', { count: done })}</a>
          </li>
          <li>
            <a href={at(visit, dialogue, '/you')}>{t('dialogue.you.link')}</a>
          </li>
        </ul>
      )}
      {isOpen && (
        <Folded summary={t('dialogue.how.title')}>
          <ul>
            {(['votes', 'secret', 'cookie', 'change'] as const).map((one) => (
              <li>{t(`dialogue.how.${one}`, { date: endInWords(visit, dialogue) })}</li>
            ))}
          </ul>
        </Folded>
      )}
    </>
  )
}

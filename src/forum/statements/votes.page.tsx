import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Problems, problemsOf } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty, LinkButton, Tag } from '#platform/ui/parts.tsx'
import { dialogueState } from './dialogue.rules.ts'
import type { Dialogue } from './dialogues.sql.ts'
import { opinionWords, wordOf } from './opinions.ts'
import { StatementWords, WrittenIn } from './statement-words.page.tsx'
import type { OwnVote } from './statements.sql.ts'

interface Props extends Answered {
  visit: Visit
  dialogue: Dialogue
  votes: readonly OwnVote[]
}

export const dialogueTrail = (visit: Visit, dialogue: Dialogue) => [
  { href: visit.to(`/dialogue/${dialogue.slug}`), label: inLanguage(dialogue.title, visit.language) },
]

/** Everything somebody voted on, each with a way to think otherwise for as long as the theme is open. */
export function VotesPage(props: Props) {
  const { visit, dialogue, votes } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const isOpen = dialogueState(dialogue, visit.now) === 'open'
  return (
    <Page
      visit={visit}
      title={t('dialogue.votes.title')}
      lead={t(`dialogue.votes.lead-${isOpen ? 'open' : 'closed'}`)}
      trail={dialogueTrail(visit, dialogue)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {votes.length === 0 && <Empty>{t('dialogue.votes.none')}</Empty>}
      <ol class="own-votes plain-list">
        {votes.map((vote) => (
          <OneVote visit={visit} vote={vote} mayChange={isOpen} />
        ))}
      </ol>
      {isOpen && (
        <LinkButton href={visit.to(`/dialogue/${dialogue.slug}#vote`)} variant="secondary">
          {t('dialogue.go-on')}
        </LinkButton>
      )}
    </Page>
  )
}

function OneVote({ visit, vote, mayChange }: { visit: Visit; vote: OwnVote; mayChange: boolean }) {
  const { t } = visit
  const stands = wordOf(vote.vote)
  const isGone = vote.state !== 'shown'
  return (
    <li id={`s${vote.number}`} class="card">
      <p>
        <StatementWords visit={visit} statement={vote} />
      </p>
      <WrittenIn visit={visit} statement={vote} />
      <p class="state-line">
        <Tag kind="good">{t(`dialogue.opinion.${stands}`)}</Tag>
        {isGone && <Tag kind="stopped">{t('dialogue.votes.gone')}</Tag>}
      </p>
      {isGone && <p class="small quiet">{t('dialogue.votes.gone-says')}</p>}
      {mayChange && !isGone && (
        <form method="post" class="actions">
          <input type="hidden" name="statement" value={vote.id} />
          <input type="hidden" name="number" value={vote.number} />
          {opinionWords
            .filter((word) => word !== stands)
            .map((word) => (
              <button class="ds-button" data-variant="tertiary" type="submit" name="vote" value={word}>
                {t('dialogue.votes.change-to', { opinion: t(`dialogue.opinion.${word}`) })}
                <span class="unseen"> {t('dialogue.votes.about', { number: vote.number })}</span>
              </button>
            ))}
        </form>
      )}
    </li>
  )
}

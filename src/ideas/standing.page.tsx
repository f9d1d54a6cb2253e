import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { Tag, type TagKind } from '#platform/ui/parts.tsx'
import { daysLate, type IdeaState } from './idea.rules.ts'
import type { Idea } from './ideas.sql.ts'

const kinds: Record<IdeaState, TagKind> = {
  received: 'waiting',
  considered: 'waiting',
  becomes: 'good',
  declined: 'stopped',
  done: 'good',
  withdrawn: 'stopped',
}

/** The state in a word or two, and that it is joined, where it is. */
export const IdeaTag = ({ visit: { t }, idea }: { visit: Pick<Visit, 't'>; idea: Pick<Idea, 'state'> }) => (
  <Tag kind={kinds[idea.state]}>{t(`ideas.state.${idea.state}`)}</Tag>
)

/** By when it is answered, when it was, and how late: said openly. */
export function dueInWords({ t, language, now }: Pick<Visit, 't' | 'language' | 'now'>, idea: Idea): string {
  const { answer_due_on, answered_at } = idea
  if (!answer_due_on || (idea.state === 'withdrawn' && !answered_at)) return ''
  const late = daysLate(idea, localDate(now)) ?? 0
  const due = dateInWords(language, answer_due_on)
  if (answered_at) {
    const date = dateInWords(language, localDate(answered_at))
    return t(late > 0 ? 'ideas.due.answered-late' : 'ideas.due.answered', { date, days: late })
  }
  return t(late > 0 ? 'ideas.due.late' : 'ideas.due.waiting', { due, days: late })
}

/** The idea in the words of whoever wrote it, marked where that is another language. */
const IdeaWords = ({ visit, idea }: { visit: Visit; idea: Pick<Idea, 'what' | 'language'> }) => (
  <span lang={idea.language === visit.language ? undefined : idea.language}>
    {idea.what || visit.t('ideas.wiped')}
  </span>
)

export const IdeaLink = ({
  visit,
  idea,
}: {
  visit: Visit
  idea: Pick<Idea, 'what' | 'language' | 'number'>
}) => (
  <a href={visit.to(`/ideas/${idea.number}`)}>
    <IdeaWords visit={visit} idea={idea} />
  </a>
)

export const ideasTrail = (visit: Visit) => [{ href: visit.to('/ideas'), label: visit.t('ideas.list.title') }]

import { chosenText, type Language, languages, type Texts } from '#platform/language.ts'
import type { ChangeInput } from '../../revisions/index.ts'
import type { Making } from '../load-facts.ts'

/** The whole draft as what the parties say yes to: the plan's words, and each of its commitments in their order. */
export function changesOf({ successor, paragraphs, commitments }: Making): ChangeInput[] {
  const { title, lead } = successor
  return [
    { kind: 'plan-words', after: { title, lead, about: aboutOf(paragraphs.map(({ words }) => words)) } },
    ...commitments.map(
      ({ id, title: name, what, measure, due_on, owners, goal_id, recommendation_id, carried_from }) => ({
        ...{ kind: 'add-commitment' as const, commitment_id: id },
        after: {
          ...{ title: name, what, measure, due_on, owners, goal_id, recommendation_id, carried_from },
        },
      }),
    ),
  ]
}

/** In each language that something is written in; a paragraph that lacks it stands there in another, rather than not at all. */
function aboutOf(paragraphs: readonly Texts[]): Texts {
  const written = languages.filter((language) => paragraphs.some((words) => words[language]))
  const inOne = (language: Language): string =>
    paragraphs.map((words) => chosenText(words, language).text).join('\n\n')
  return Object.fromEntries(written.map((language) => [language, inOne(language)]))
}

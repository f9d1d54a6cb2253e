import type { Words } from '#platform/words.ts'
import { numbered } from '../draft/draft.page.tsx'
import type { Making } from '../load-facts.ts'
import type { Comment } from './comments.sql.ts'

/** What a comment is about, in a word or two; what was taken out of the draft meanwhile is said to be. */
export function partNames(t: Words, { paragraphs, commitments }: Making) {
  const byParagraph = new Map(paragraphs.map(({ id }, index) => [id, index + 1]))
  const byCommitment = new Map(numbered(commitments).map(({ id, number }) => [id, number]))
  return ({ paragraph_id, commitment_id }: Pick<Comment, 'paragraph_id' | 'commitment_id'>): string => {
    if (paragraph_id === null && commitment_id === null) return t('successor.part.whole')
    const number = paragraph_id ? byParagraph.get(paragraph_id) : byCommitment.get(commitment_id ?? '')
    if (number === undefined) return t('successor.part.taken-out')
    return t(`successor.part.${paragraph_id ? 'paragraph' : 'commitment'}`, { number })
  }
}

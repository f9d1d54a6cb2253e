import type { Words } from '#platform/words.ts'
import type { Piece } from './word-difference.ts'

/** What is taken away and what comes is also said in words, since screen readers pass over the marks. */
export function Pieces({ t, pieces }: { t: Words; pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map(({ kind, text }) => {
        if (kind === 'same') return text
        if (kind === 'added') {
          return (
            <ins>
              <span class="unseen">{t('revisions.difference.added')} </span>
              {text}
            </ins>
          )
        }
        return (
          <del>
            <span class="unseen">{t('revisions.difference.removed')} </span>
            {text}
          </del>
        )
      })}
    </>
  )
}

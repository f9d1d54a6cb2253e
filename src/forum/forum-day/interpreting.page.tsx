import type { Visit } from '#platform/http.ts'
import { languageInWords } from '#platform/language-words.ts'
import { DataTable } from '#platform/ui/parts.tsx'
import type { TableTongues } from './interpreting.rules.ts'

export interface ToInterpret {
  round: number
  tables: readonly TableTongues[]
}

/** Which tables need an interpreter in the round that is on or comes next. */
export function Interpreting({ visit, toInterpret }: { visit: Visit; toInterpret: ToInterpret }) {
  const { t, language } = visit
  const { round, tables } = toInterpret
  const title = t('forum-day.interpreting.title', { number: round })
  const named = (code: string): string => languageInWords(language, code)
  if (tables.length === 0) return <p class="quiet">{t('forum-day.interpreting.none', { number: round })}</p>
  return (
    <section class="stack-tight fits" aria-labelledby="interpreting">
      <h2 id="interpreting">{title}</h2>
      <DataTable
        caption={title}
        captionUnseen
        head={[
          t('forum-day.interpreting.table'),
          t('forum-day.interpreting.spoken'),
          t('forum-day.interpreting.needed'),
          t('forum-day.interpreting.there'),
        ]}
        rows={tables.map((one) => [
          String(one.table),
          named(one.language),
          one.needs
            .map(([code, people]) => t('forum-day.interpreting.need', { language: named(code), people }))
            .join(', '),
          whoInterprets(t, one),
        ])}
      />
    </section>
  )
}

/** Somebody who came to; or somebody at the table who can, named as on the printed list; or nobody. */
function whoInterprets(t: Visit['t'], { needs, interpreted, speakers }: TableTongues): string {
  if (needs.every(([code]) => interpreted.includes(code))) return t('forum-day.interpreting.yes')
  if (speakers.length === 0) return t('forum-day.interpreting.no')
  const names = speakers.map(({ name, named }) => (named === 1 ? name : t('reseating.comes-with', { name })))
  return t('table-prints.speaks-too', { names: names.join(', ') })
}

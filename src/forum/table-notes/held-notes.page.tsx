import type { Visit } from '#platform/http.ts'
import { SubmitButton } from '#platform/ui/form.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { KindMark } from './kind-mark.page.tsx'
import type { HeldEdit } from './office.sql.ts'
import { tableName } from './table.page.tsx'

/** What phones sent by links that had ended: an organizer says whether it goes on the cards. */
export function HeldNotes({ visit, held }: { visit: Visit; held: readonly HeldEdit[] }) {
  const { t } = visit
  return (
    <Notice kind="late" title={t('table-notes.held.title', { count: held.length })}>
      <p>{t('table-notes.held.lead')}</p>
      <ul class="lined-list">
        {held.map((one) => (
          <li class="stack-tight">
            <p class="row">
              <KindMark t={t} kind={one.kind} />
              <span>
                {tableName(visit, { number: one.table_number, name: one.table_name })},{' '}
                {t('table-notes.round', { round: one.round })}
              </span>
            </p>
            <p class="note-words">
              {one.taken_away === 1 ? t('table-notes.held.removes', { words: one.words }) : one.words}
            </p>
            <form method="post" class="actions">
              <input type="hidden" name="nonce" value={one.nonce} />
              <SubmitButton variant="secondary" name="do" value="take-in">
                {t('table-notes.held.take-in')}
              </SubmitButton>
              <SubmitButton variant="tertiary" danger name="do" value="let-go">
                {t('table-notes.held.let-go')}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

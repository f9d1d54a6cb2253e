import { dateInWords } from '#platform/dates.ts'
import { localDate, plus } from '#platform/time.ts'
import { Check, Form, Problems, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { keepDays } from './forget-lists.ts'
import type { ShownLine } from './imports.sql.ts'
import { type Invited, invitedAtOnce } from './invite-listed.ts'
import { Lines } from './lines.page.tsx'
import { listsTrail, Outcomes, type PreviewProps } from './preview.page.tsx'
import { nameSaid } from './said.ts'
import { StateTag } from './state.page.tsx'
import type { Undoing } from './undo-list.ts'

type Props = Omit<PreviewProps, 'unchosen'> & {
  undoing: Undoing | null
  /** Those on a list of contacts who have not been asked yet. */
  toAsk: readonly ShownLine[]
  asked?: Invited | undefined
}

/** What a list did, and the way back. */
export function ImportedPage(props: Props) {
  const { visit, list, refusal, toAsk } = props
  const { t, language } = visit
  const problems = refusal ? [{ text: t(refusal) }] : []
  const day = dateInWords(language, localDate(list.imported_at ?? list.sent_at))
  return (
    <Page
      visit={visit}
      title={list.file_name}
      lead={t(`lists.imported.${list.kind}`, { day, ...numbersOf(list.counts) })}
      wrong={problems.length > 0}
      trail={listsTrail(visit)}
    >
      <Problems visit={visit} list={problems} />
      <p>
        <StateTag visit={visit} state={list.state} />
      </p>
      <Asked {...props} />
      {list.state === 'imported' && toAsk.length > 0 && <Ask {...props} />}
      <Undo {...props} />
      <section class="section stack" aria-labelledby="lines">
        <h2 id="lines">{t('lists.imported.lines')}</h2>
        <Outcomes {...props} />
        <Lines {...props} />
      </section>
    </Page>
  )
}

const numbersOf = (counts: Readonly<Record<string, number>>) => ({
  ...{ added: counts['added'] ?? 0, changed: counts['changed'] ?? 0, lines: counts['lines'] ?? 0 },
})

function Asked({ visit: { t }, asked }: Props) {
  if (!asked) return null
  return (
    <Notice
      kind={asked.refused.size > 0 ? 'late' : 'good'}
      live
      title={t('lists.ask.done', { count: asked.invited })}
    >
      <>
        {asked.left > 0 && <p>{t('lists.ask.left', { count: asked.left })}</p>}
        <ul>
          {[...asked.refused].map(([line, why]) => (
            <li>
              {t('lists.line', { line })}: {t(`organisations.refusal.${why}`)}
            </li>
          ))}
        </ul>
      </>
    </Notice>
  )
}

/** Nobody on a list is written to before the office has ticked them. */
function Ask({ visit, list, toAsk }: Props) {
  const { t, language } = visit
  const until = dateInWords(
    language,
    localDate(plus(list.imported_at ?? list.sent_at, { days: keepDays.contacts })),
  )
  return (
    <section class="section stack" aria-labelledby="ask">
      <h2 id="ask">{t('lists.ask.title')}</h2>
      <p>{t('lists.ask.lead', { until, max: invitedAtOnce })}</p>
      <Form>
        {toAsk.map((line) => (
          <Check
            t={t}
            name={`ask.${line.line}`}
            label={t('lists.ask.one', {
              ...{ name: nameSaid(t, line), email: line.cells?.contact?.email ?? '' },
              organisation: line.cells?.contact?.organisation ?? '',
            })}
          />
        ))}
        <SubmitButton name="do" value="invite">
          {t('lists.ask.button')}
        </SubmitButton>
      </Form>
    </section>
  )
}

/** What would go back and what would stay, before anybody presses the button. */
function Undo({ visit: { t }, list, undoing }: Props) {
  if (list.state !== 'imported' || !undoing) return null
  const { back, stays } = undoing
  return (
    <section class="section stack" aria-labelledby="undo">
      <h2 id="undo">{t('lists.undo.title')}</h2>
      <p>{t('lists.undo.lead', { back: back.length, stays: stays.length })}</p>
      {stays.length > 0 && (
        <ul>
          {stays.slice(0, staysShown).map((line) => (
            <li>
              {t('lists.line-of', { line: line.line, name: nameSaid(t, line) })}:{' '}
              {t(`lists.stays.${line.why}`)}
            </li>
          ))}
        </ul>
      )}
      {back.length > 0 && (
        <Form>
          <SubmitButton name="do" value="undo" variant="secondary" danger>
            {t('lists.undo.button', { back: back.length })}
          </SubmitButton>
        </Form>
      )}
    </section>
  )
}

const staysShown = 100

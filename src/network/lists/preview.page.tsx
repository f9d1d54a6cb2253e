import type { Visit } from '#platform/http.ts'
import { Form, Problems, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Facts, Notice } from '#platform/ui/parts.tsx'
import { dateInWords } from '#platform/dates.ts'
import { localDate, plus } from '#platform/time.ts'
import type { ShownLine } from './imports.sql.ts'
import { type Outcome, outcomes } from './judgement.rules.ts'
import { keepDays } from './forget-lists.ts'
import { Lines } from './lines.page.tsx'
import { officeTrail } from './lists.page.tsx'
import type { ImportRow } from './tables.ts'

export interface PreviewProps {
  visit: Visit
  list: ImportRow
  counts: Readonly<Record<Outcome, number>>
  /** Which of them are shown. */
  show: Outcome
  lines: { rows: readonly ShownLine[]; page: number; pages: number; count: number }
  unchosen: number
  /** The key of a sentence that says why nothing was done. */
  refusal?: string | undefined
}

export const listsTrail = (visit: Visit) => [
  officeTrail(visit),
  { href: visit.to('/office/lists'), label: visit.t('lists.title') },
]

/** What is going to happen with a list, row by row; nothing has happened yet. */
export function PreviewPage(props: PreviewProps) {
  const { visit, list, refusal } = props
  const { t, language } = visit
  const problems = refusal ? [{ text: t(refusal) }] : []
  const until = dateInWords(language, localDate(plus(list.sent_at, { days: keepDays.waiting })))
  return (
    <Page
      visit={visit}
      title={t(`lists.preview.${list.kind}`)}
      lead={t('lists.preview.lead', { until })}
      wrong={problems.length > 0}
      trail={listsTrail(visit)}
    >
      <Problems visit={visit} list={problems} />
      <Facts
        rows={[
          [t('lists.head.file'), list.file_name],
          [t('lists.read-as'), t(`lists.encoding.${list.encoding}`)],
          [t('lists.separator'), t(`lists.delimiter.${delimiterNames[list.delimiter]}`)],
          [t('lists.ignored'), list.ignored.join(', ')],
        ]}
      />
      <Outcomes {...props} />
      <WhatNow {...props} />
      <section class="section stack">
        <h2>{t(`lists.outcome.${props.show}`)}</h2>
        <p>{t(`lists.outcome-says.${props.show}`)}</p>
        <Lines {...props} />
      </section>
    </Page>
  )
}

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const

/** How many rows end how, each with a link to them. */
export function Outcomes({
  visit,
  list,
  counts,
  show,
}: Pick<PreviewProps, 'visit' | 'list' | 'counts' | 'show'>) {
  const { t, to } = visit
  return (
    <nav class="tabs" aria-label={t('lists.outcomes')}>
      <ul>
        {outcomes
          .filter((one) => counts[one] > 0)
          .map((one) => (
            <li>
              <a
                href={to(`/office/lists/${list.id}?show=${one}`)}
                aria-current={one === show ? 'true' : undefined}
              >
                {t(`lists.outcome.${one}`)}: {counts[one]}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

/** Why it cannot be imported yet, or the button; and the way to throw it away. */
function WhatNow({ visit, list, counts, unchosen }: PreviewProps) {
  const { t } = visit
  const does = counts.new + counts.change + counts.alike
  const isReady = counts.unreadable === 0 && unchosen === 0 && does > 0
  return (
    <>
      {counts.unreadable > 0 && (
        <Notice kind="wrong" title={t('lists.now.unreadable', { count: counts.unreadable })}>
          {t('lists.now.unreadable-says')}
        </Notice>
      )}
      {counts.unreadable === 0 && unchosen > 0 && (
        <Notice kind="waiting">{t('lists.now.unchosen', { count: unchosen })}</Notice>
      )}
      {counts.unreadable === 0 && does === 0 && <Notice>{t('lists.now.nothing')}</Notice>}
      <Form>
        <input type="hidden" name="seen" value={list.judged} />
        <Actions>
          {isReady && (
            <SubmitButton name="do" value="import">
              {t(`lists.now.import-${list.kind}`, { count: does })}
            </SubmitButton>
          )}
          <SubmitButton name="do" value="throw-away" variant="secondary">
            {t('lists.now.throw-away')}
          </SubmitButton>
        </Actions>
      </Form>
    </>
  )
}

import type { ContactQuestion } from '#about/index.ts'
import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty } from '#platform/ui/parts.tsx'
import { workingDaysBetween } from '#platform/working-days.ts'
import { wordsOf } from './inbox.page.tsx'
import { inboxTrail } from './trail.ts'

/** Questions that were answered: by whom, when, and after how long. The other kinds have lists of their own. */
export function AnsweredPage({ visit, questions }: { visit: Visit; questions: readonly ContactQuestion[] }) {
  const { t, to, language } = visit
  return (
    <Page
      visit={visit}
      wide
      title={t('inbox.answered.title')}
      lead={t('inbox.answered.lead')}
      trail={inboxTrail(visit)}
    >
      <p class="row">
        <a href={to('/office/pledges?filter=given')}>{t('inbox.answered.pledges')}</a>
        <a href={to('/office/moderation')}>{t('inbox.answered.ideas')}</a>
        <a href={to('/office/series/lunch-and-learn/needs')}>{t('inbox.answered.needs')}</a>
      </p>
      {questions.length === 0 ? (
        <Empty>{t('inbox.answered.none')}</Empty>
      ) : (
        <DataTable
          caption={t('inbox.answered.title')}
          captionUnseen
          head={['what', 'by', 'when', 'after'].map((one) => t(`inbox.answered.column.${one}`))}
          rows={questions.map(({ number, words, language: of, confirmed_at, answered_at, answered_by }) => [
            <a href={to(`/office/inbox/questions/${number}`)} lang={of}>
              {wordsOf({ kind: 'question', title: words }, language) || t('inbox.wiped')}
            </a>,
            answered_by,
            answered_at && dateInWords(language, localDate(answered_at)),
            t('inbox.days', {
              days: workingDaysBetween(localDate(confirmed_at ?? ''), localDate(answered_at ?? '')),
            }),
          ])}
        />
      )}
    </Page>
  )
}

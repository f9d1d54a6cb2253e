import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languageNames, languages, type Texts } from '#platform/language.ts'
import { Form, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { Making } from '../load-facts.ts'
import { pathTrail } from '../office.page.tsx'
import type { DraftShown } from './draft.sql.ts'

interface Props {
  visit: Visit
  making: Making
  done: boolean
}

const missing = (texts: Texts): string[] =>
  languages.filter((one) => !texts[one]).map((one) => languageNames[one])

/** The draft as coordinators work with it: words first, then commitments by goal. */
export function DraftPage({ visit, making, done }: Props) {
  const { t } = visit
  const { successor, facts } = making
  return (
    <Page
      visit={visit}
      title={t('successor.draft.title')}
      lead={t('successor.draft.lead')}
      trail={pathTrail(visit)}
      wide
    >
      {done && (
        <Notice kind="good" live>
          {t('successor.saved')}
        </Notice>
      )}
      {facts.revision === 'proposed' && !facts.isAdopted && (
        <Notice kind="late">{t('successor.draft.before-parties')}</Notice>
      )}
      {facts.round === 'open' && <Notice>{t('successor.draft.while-open')}</Notice>}
      <section class="stack" aria-labelledby="words">
        <h2 id="words">{t('successor.draft.words')}</h2>
        <p>
          <strong>
            <Text of={successor.title} t={t} />
          </strong>
        </p>
        <p>
          <Text of={successor.lead} t={t} />
        </p>
        <Missing visit={visit} texts={[successor.title, successor.lead]} />
        <p>
          <a href={visit.to('/office/next-plan/words')}>{t('successor.draft.edit-words')}</a>
        </p>
        <Paragraphs visit={visit} making={making} />
        <LinkButton href={visit.to('/office/next-plan/paragraphs/new')} variant="secondary">
          {t('successor.draft.add-paragraph')}
        </LinkButton>
      </section>
      <Commitments visit={visit} making={making} />
    </Page>
  )
}

function Paragraphs({ visit, making }: Omit<Props, 'done'>) {
  const { t } = visit
  const { paragraphs } = making
  return (
    <>
      {paragraphs.length === 0 && <Empty>{t('successor.draft.no-paragraphs')}</Empty>}
      <ol class="lined-list">
        {paragraphs.map(({ id, words }, index) => (
          <li class="stack-tight">
            <LongText of={words} t={t} />
            <Missing visit={visit} texts={[words]} />
            <Form action={visit.to(`/office/next-plan/paragraphs/${id}`)}>
              <Actions>
                <LinkButton href={visit.to(`/office/next-plan/paragraphs/${id}`)} variant="secondary">
                  {t('successor.draft.edit-paragraph', { number: index + 1 })}
                </LinkButton>
                {index > 0 && (
                  <SubmitButton variant="tertiary" name="do" value="up">
                    {t('successor.draft.up', { number: index + 1 })}
                  </SubmitButton>
                )}
              </Actions>
            </Form>
          </li>
        ))}
      </ol>
    </>
  )
}

function Missing({ visit, texts }: { visit: Visit; texts: readonly Texts[] }) {
  const all = [...new Set(texts.flatMap(missing))]
  if (all.length === 0) return null
  return <p class="quiet">{visit.t('successor.draft.missing', { languages: all.join(', ') })}</p>
}

function Commitments({ visit, making }: Omit<Props, 'done'>) {
  const { t, language } = visit
  const { commitments } = making
  return (
    <section class="stack" aria-labelledby="commitments">
      <h2 id="commitments">{t('successor.draft.commitments', { count: commitments.length })}</h2>
      {commitments.length === 0 && <Empty>{t('successor.draft.no-commitments')}</Empty>}
      {[...Map.groupBy(numbered(commitments), (one) => one.goal_number)].map(([number, list]) => (
        <section class="stack" aria-labelledby={`goal-${number}`}>
          <h3 id={`goal-${number}`}>
            {t('plan.goal.number', { number })}: <Text of={list[0]?.goal_title ?? {}} t={t} />
          </h3>
          <ul class="lined-list">
            {list.map((one) => (
              <li class="stack-tight">
                <p>
                  <a href={visit.to(`/office/next-plan/draft/${one.id}`)}>
                    {one.number}. {inLanguage(one.title, language)}
                  </a>
                </p>
                <p class="commitment-facts">
                  {t('plan.commitment.due-by', { date: dateInWords(language, one.due_on) })}
                  {one.carried_number !== null &&
                    ` · ${t('successor.draft.carried', { number: one.carried_number })}`}
                  {one.recommendation_number !== null &&
                    ` · ${t('successor.draft.recommended', { number: one.recommendation_number })}`}
                </p>
                <Missing visit={visit} texts={[one.title, one.measure]} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <LinkButton href={visit.to('/office/next-plan/draft/new')} variant="secondary">
        {t('successor.draft.add-commitment')}
      </LinkButton>
    </section>
  )
}

/** Numbered as they stand in the draft; in the plan they count on from those before. */
export const numbered = (commitments: readonly DraftShown[]) =>
  commitments.map((one, index) => ({ ...one, number: index + 1 }))

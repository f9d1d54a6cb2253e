import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  Form,
  mistakesInWords,
  Problems,
  problemsOf,
  seenAt,
  SubmitButton,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Card } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { openedAs } from '../../opened.ts'
import { pathTrail } from '../office.page.tsx'
import type { Successor } from '../successor.sql.ts'
import type { DraftParagraph } from '../tables.ts'
import { wordsOf } from './edit-draft.ts'

export const draftTrail = (visit: Visit) => [
  ...pathTrail(visit),
  { href: visit.to('/office/next-plan/draft'), label: visit.t('successor.draft.title') },
]

/** The plan's name, and what it is in a sentence or two. */
export function EditWordsPage(props: Answered & { visit: Visit; successor: Successor }) {
  const { visit, successor } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const field = (name: 'title' | 'lead') => ({
    ...{ t, name, label: t(`successor.field.${name}`), mistakes: mistakesInWords(t, props) },
    value: textsAt(props, name, successor[name]),
  })
  return (
    <Page
      visit={visit}
      title={t('successor.draft.edit-words')}
      trail={draftTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {props.refusal && (
        <Card tinted level={2} title={t('plan.period-edit.theirs')}>
          <p>
            <Text of={successor.title} t={t} />
          </p>
          <p>
            <Text of={successor.lead} t={t} />
          </p>
        </Card>
      )}
      <Form>
        <TextsField {...field('title')} />
        <TextsField {...field('lead')} rows={2} hint={t('successor.field.lead-hint')} />
        <input type="hidden" name="seen" value={seenAt(props, openedAs(wordsOf(successor)))} />
        <SubmitButton>{t('successor.draft.save')}</SubmitButton>
      </Form>
    </Page>
  )
}

interface ParagraphProps extends Answered {
  visit: Visit
  /** Null for a new one. */
  paragraph: DraftParagraph | null
  id: string
}

export function EditParagraphPage(props: ParagraphProps) {
  const { visit, paragraph, id } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const stored = paragraph?.words ?? {}
  return (
    <Page
      visit={visit}
      title={t(`successor.draft.${paragraph ? 'paragraph' : 'add-paragraph'}`)}
      lead={t('successor.draft.paragraph-lead')}
      trail={draftTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {props.refusal && paragraph && (
        <Card tinted level={2} title={t('plan.period-edit.theirs')}>
          <LongText of={stored} t={t} />
        </Card>
      )}
      <Form>
        {!paragraph && <input type="hidden" name="id" value={String(props.filled?.['id'] ?? id)} />}
        <TextsField
          t={t}
          name="words"
          label={t('successor.field.paragraph')}
          hint={t('plan.agreement-edit.markdown')}
          value={textsAt(props, 'words', stored)}
          mistakes={mistakesInWords(t, props)}
          rows={8}
        />
        <input type="hidden" name="seen" value={seenAt(props, openedAs(stored))} />
        <Actions>
          <SubmitButton name="do" value="save">
            {t('successor.draft.save')}
          </SubmitButton>
          {paragraph && (
            <SubmitButton variant="secondary" danger name="do" value="remove">
              {t('successor.draft.remove-paragraph')}
            </SubmitButton>
          )}
        </Actions>
      </Form>
    </Page>
  )
}

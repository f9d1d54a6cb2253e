import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Check,
  filledAt,
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
import { Empty, LinkButton } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { AnswerText } from './tables.ts'
import { inboxTrail } from './trail.ts'

/** Answers that are often given, to begin from and to better. */
export function TextsPage({ visit, texts }: { visit: Visit; texts: readonly AnswerText[] }) {
  const { t, to } = visit
  return (
    <Page visit={visit} title={t('inbox.texts.title')} lead={t('inbox.texts.lead')} trail={inboxTrail(visit)}>
      <p>
        <LinkButton href={to('/office/inbox/texts/new')}>{t('inbox.texts.new')}</LinkButton>
      </p>
      {texts.length === 0 && <Empty>{t('inbox.texts.none')}</Empty>}
      <ul class="lined-list">
        {texts.map(({ id, name, words }) => (
          <li>
            <a href={to(`/office/inbox/texts/${id}`)}>
              <Text of={name} t={t} />
            </a>
            <p class="quiet small">
              <Text of={words} t={t} />
            </p>
          </li>
        ))}
      </ul>
    </Page>
  )
}

type EditProps = Answered & { visit: Visit; text: AnswerText | undefined; id: string }

export function EditTextPage({ visit, text, id, ...answered }: EditProps) {
  const { t, to, language } = visit
  const problems = problemsOf(t, answered)
  const field = (name: 'name' | 'words') => ({
    ...{ t, name, value: textsAt(answered, name, text?.[name]), mistakes: mistakesInWords(t, answered) },
  })
  return (
    <Page
      visit={visit}
      title={text ? inLanguage(text.name, language) : t('inbox.texts.new')}
      trail={[...inboxTrail(visit), { href: to('/office/inbox/texts'), label: t('inbox.texts.title') }]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={seenAt(answered, String(text?.version ?? 0))} />
        <TextsField {...field('name')} label={t('inbox.texts.name')} />
        <TextsField {...field('words')} rows={6} label={t('inbox.texts.words')} />
        {text && (
          <Check
            t={t}
            name="ended"
            label={t('inbox.texts.end')}
            checked={filledAt(answered, 'ended') === 'yes'}
          />
        )}
        <SubmitButton>{t('inbox.texts.save')}</SubmitButton>
      </Form>
    </Page>
  )
}

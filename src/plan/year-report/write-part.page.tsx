import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
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
import { Notice } from '#platform/ui/parts.tsx'
import { sections, type WrittenPart } from './content.ts'
import type { FullReport } from './load-report.ts'
import { SectionPart } from './section.page.tsx'

interface Props extends Answered {
  visit: Visit
  full: FullReport
  part: WrittenPart
}

/** Where people say what a part is about, beside what the platform says of it. */
export function WritePartPage({ visit, full, part, ...answered }: Props) {
  const { t, to } = visit
  const { report, content, texts, approvals } = full
  const year = String(report.year)
  const problems = problemsOf(t, answered)
  const section = sections.find((one) => one === part)
  const stored: Texts = texts.get(part) ?? {}
  return (
    <Page
      visit={visit}
      title={t(`year-report.section.${part}`)}
      lead={t('year-report.part.lead')}
      trail={[
        { href: to('/office/years'), label: t('year-report.office.all') },
        { href: to(`/office/years/${year}`), label: t('year-report.title', { year }) },
      ]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {approvals.length > 0 && <Notice kind="waiting">{t('year-report.part.voids')}</Notice>}
      <Form>
        <input type="hidden" name="seen" value={seenAt(answered, String(report.version))} />
        <TextsField
          t={t}
          name="words"
          label={t('year-report.part.words')}
          hint={t('year-report.part.hint')}
          rows={6}
          value={textsAt(answered, 'words', stored)}
          mistakes={mistakesInWords(t, answered)}
        />
        <SubmitButton>{t('year-report.part.save')}</SubmitButton>
      </Form>
      {section && <SectionPart visit={visit} section={section} content={content} words={undefined} />}
    </Page>
  )
}

import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, DataTable, Facts, LinkButton, Notice, Tag, type TagKind } from '#platform/ui/parts.tsx'
import { writtenParts } from './content.ts'
import type { OfficeReport } from './load-report.ts'
import type { ReportState } from './report.rules.ts'

export const reportTagKinds: Record<ReportState, TagKind> = {
  draft: 'waiting',
  approved: 'good',
  published: 'good',
}

interface Props extends Answered {
  visit: Visit
  full: OfficeReport
}

/** Where a report is finished: its parts, what partners gave, and who has said yes. */
export function OfficeYearPage({ visit, full, ...answered }: Props) {
  const { t, to } = visit
  const { report } = full
  const year = String(report.year)
  const problems = problemsOf(t, answered)
  const at = (path: string): string => to(`/office/years/${year}${path}`)
  return (
    <Page
      visit={visit}
      title={t('year-report.title', { year })}
      trail={[
        { href: to('/office'), label: t('year-report.office.desk') },
        { href: to('/office/years'), label: t('year-report.office.all') },
      ]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <p>
        <Tag kind={reportTagKinds[report.state]}>{t(`year-report.state.${report.state}`)}</Tag>
      </p>
      <Standing visit={visit} full={full} />
      <Actions>
        {report.state === 'published' ? (
          <LinkButton href={to(`/plan/years/${year}`)}>{t('year-report.office.see')}</LinkButton>
        ) : (
          <LinkButton href={at('/approval')}>{t('year-report.office.read')}</LinkButton>
        )}
        <LinkButton variant="secondary" href={at('/given')}>
          {t('year-report.office.given')}
        </LinkButton>
        <LinkButton variant="secondary" href={at('/survey')}>
          {t('survey.office.title', { year })}
        </LinkButton>
      </Actions>
      <Steps visit={visit} full={full} />
      <Parts visit={visit} full={full} />
    </Page>
  )
}

/** Who has said yes to what stands now, and who has not. */
function Standing({ visit, full }: Pick<Props, 'visit' | 'full'>) {
  const { t, language } = visit
  const { approvals, missing, report } = full
  return (
    <Facts
      rows={[
        ...approvals.map(({ name, on_day }): [string, string] => [
          inLanguage(name, language),
          t('year-report.office.yes', { day: dateInWords(language, on_day) }),
        ]),
        ...missing.map(({ name }): [string, string] => [
          inLanguage(name, language),
          t('year-report.office.not-yet'),
        ]),
        [t('year-report.office.version'), report.state === 'draft' && String(report.version)],
      ]}
    />
  )
}

/** What can be pressed: publishing what is approved, and newer figures while some parties have yet to answer. */
function Steps({ visit, full }: Pick<Props, 'visit' | 'full'>) {
  const { t } = visit
  const { report, haveMoved } = full
  return (
    <>
      {report.state === 'approved' && (
        <Form>
          <p>{t('year-report.office.publish-lead')}</p>
          <SubmitButton name="do" value="publish">
            {t('year-report.office.publish')}
          </SubmitButton>
        </Form>
      )}
      {haveMoved && (
        <Notice kind="waiting" title={t('year-report.office.moved')}>
          <p>{t('year-report.office.moved-lead')}</p>
          <Form>
            <input type="hidden" name="seen" value={String(report.version)} />
            <SubmitButton variant="secondary" name="do" value="count">
              {t('year-report.office.count')}
            </SubmitButton>
          </Form>
        </Notice>
      )}
    </>
  )
}

function Parts({ visit, full }: Pick<Props, 'visit' | 'full'>) {
  const { t, to } = visit
  const { report, content, texts } = full
  const isDraft = report.state === 'draft'
  return (
    <div class="fits">
      <DataTable
        caption={t('year-report.office.parts')}
        head={[t('year-report.office.part'), t('year-report.office.figures'), t('year-report.office.own')]}
        rows={writtenParts.map((part) => {
          const name = t(`year-report.section.${part}`)
          const languages = Object.keys(texts.get(part) ?? {}).join(', ')
          return [
            isDraft ? <a href={to(`/office/years/${report.year}/parts/${part}`)}>{name}</a> : name,
            String(content.figures.filter(({ section }) => section === part).length),
            languages || t('year-report.office.no-text'),
          ]
        })}
      />
    </div>
  )
}

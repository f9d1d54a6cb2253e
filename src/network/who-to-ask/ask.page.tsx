import { lookOf } from '#people/index.ts'
import type { Visit } from '#platform/http.ts'
import { Form, SubmitButton, TextField } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Card, Empty, SectorMark } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { SectorField, ThemeAndArea } from '../filter-fields.page.tsx'
import { isCityArea } from '../partnerships/areas.rules.ts'
import type { Theme } from '../partnerships/beside.ts'
import type { Answer, Answers } from './answer-question.ts'
import type { Reason } from './who-to-ask.rules.ts'

export interface Asked {
  q?: string | undefined
  theme?: string | undefined
  area?: string | undefined
  sector?: string | undefined
}

interface Props {
  visit: Visit
  asked: Asked
  themes: readonly Theme[]
  /** Null before anything is asked. */
  answers: Answers | null
}

export function AskPage(props: Props) {
  const { visit, answers } = props
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('network.ask.title')}
      lead={t('network.ask.lead')}
      description={t('network.ask.lead')}
      trail={[{ href: visit.to('/network'), label: t('network.title') }]}
    >
      <Question {...props} />
      {answers && (
        <>
          <p role="status">
            {t('network.ask.found', {
              organisations: answers.organisations.length,
              partnerships: answers.partnerships.length,
            })}
          </p>
          {answers.organisations.length + answers.partnerships.length === 0 && (
            <Empty>
              <p>{t('network.ask.none')}</p>
            </Empty>
          )}
          <Found visit={visit} title={t('network.organisations')} list={answers.organisations} />
          <Found visit={visit} title={t('partnerships.title')} list={answers.partnerships} />
          <p class="small quiet">{t('network.ask.how')}</p>
        </>
      )}
    </Page>
  )
}

function Question({ visit, asked, themes }: Props) {
  const { t } = visit
  const fields = { visit, asked, none: t('network.ask.any') }
  return (
    <search>
      <Form method="get" action={visit.to('/network/ask')}>
        <TextField
          t={t}
          name="q"
          type="search"
          label={t('network.ask.words')}
          hint={t('network.ask.words-hint')}
          value={asked.q}
        />
        <div class="filter-fields">
          <ThemeAndArea {...fields} themes={themes} />
          <SectorField {...fields} />
        </div>
        <SubmitButton>{t('network.ask.show')}</SubmitButton>
      </Form>
    </search>
  )
}

function Found({ visit, title, list }: { visit: Visit; title: string; list: readonly Answer[] }) {
  const { t } = visit
  if (list.length === 0) return null
  return (
    <section class="section stack">
      <h2>{title}</h2>
      {list.map(({ slug, name, sector, reasons }) => (
        <Card
          href={visit.to(sector === null ? `/network/${slug}` : `/network/organisations/${slug}`)}
          title={<Text of={name} t={t} />}
        >
          {sector && (
            <p class="small quiet">
              <SectorMark look={lookOf(sector)} /> {t(`network.sector.${sector}`)}
            </p>
          )}
          <ul class="small">
            {reasons.map((reason) => (
              <li>{because(visit, reason)}</li>
            ))}
          </ul>
        </Card>
      ))}
    </section>
  )
}

/** "Because it is in Open School Halls". */
function because({ t }: Visit, { kind, what }: Reason): string {
  const named = kind === 'area' && isCityArea(what) ? t(`partnerships.area.${what}`) : what
  return t(`network.ask.because.${kind}`, { what: named })
}

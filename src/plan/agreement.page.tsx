import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Card, Facts } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { Principle } from './agreement.sql.ts'
import type { Agreement } from './tables.ts'

interface Props {
  visit: Visit
  agreement: Agreement
  principles: readonly Principle[]
}

/** The agreement that lasts, in our own words, and the principles it rests on. */
export function AgreementPage({ visit, agreement, principles }: Props) {
  const { t, language } = visit
  return (
    <Page
      visit={visit}
      title={inLanguage(agreement.title, language)}
      description={inLanguage(agreement.vision, language).slice(0, 160)}
      trail={[{ href: visit.to('/plan'), label: t('plan.title') }]}
    >
      <Card tinted level={2} title={t('plan.vision')}>
        <LongText of={agreement.vision} t={t} />
      </Card>
      <Facts rows={[[t('plan.agreement.adopted'), dateInWords(language, agreement.adopted_on)]]} />
      <LongText of={agreement.about} t={t} />
      <section class="stack" aria-labelledby="principles">
        <h2 id="principles">{t('plan.principles')}</h2>
        {principles.map(({ name, about }) => (
          <div class="stack-tight">
            <h3>
              <Text of={name} t={t} />
            </h3>
            <p>
              <Text of={about} t={t} />
            </p>
          </div>
        ))}
      </section>
    </Page>
  )
}

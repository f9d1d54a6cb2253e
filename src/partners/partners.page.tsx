import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Card, Empty, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { Meaning, Need } from './needs.sql.ts'
import { partnerKinds } from './pledge.rules.ts'
import { amountSaid } from './said.ts'

interface Props {
  visit: Visit
  needs: readonly Need[]
  meanings: readonly Meaning[]
  /** How many partners have given, and since which year. */
  given: { partners: number; since: number | null }
}

/** "At Malmöandan we are looking for new partners": what is needed, what it can mean, and what it never means. */
export function PartnersPage({ visit, needs, meanings, given }: Props) {
  const { t, to } = visit
  return (
    <Page visit={visit} title={t('partners.title')} lead={t('partners.lead')}>
      <div class="actions">
        <LinkButton href={to('/partners/pledge')}>{t('partners.pledge-button')}</LinkButton>
        <a href={to('/partners/given')}>
          {given.since
            ? t('partners.given.link', { partners: given.partners, since: String(given.since) })
            : t('partners.given.title')}
        </a>
        <a href={to('/partners/outcome')}>{t('partners.outcome.link')}</a>
      </div>
      <section class="stack" aria-labelledby="needed">
        <h2 id="needed">{t('partners.needs.title')}</h2>
        {needs.length === 0 && <Empty>{t('partners.needs.none')}</Empty>}
        <div class="grid two">
          {needs.map((need) => (
            <NeedCard visit={visit} need={need} />
          ))}
        </div>
      </section>
      <section class="stack" aria-labelledby="meaning">
        <h2 id="meaning">{t('partners.meaning.title')}</h2>
        <dl class="facts">
          {partnerKinds.map((kind) => (
            <>
              <dt>{t(`partners.kind.${kind}`)}</dt>
              <dd>
                <MeaningSaid visit={visit} kind={kind} meanings={meanings} />
              </dd>
            </>
          ))}
        </dl>
      </section>
      <Independence visit={visit} />
    </Page>
  )
}

function MeaningSaid({ visit: { t }, kind, meanings }: Pick<Props, 'visit' | 'meanings'> & { kind: string }) {
  const own = meanings.find((one) => one.kind === kind)
  return own ? <LongText of={own.words} t={t} /> : <p>{t(`partners.meaning.${kind}`)}</p>
}

/** What is needed, how much of it is there, and the way to pledge the rest. */
function NeedCard({ visit, need }: { visit: Visit; need: Need }) {
  const { t, to, language } = visit
  const { coverage, unit, amount } = need
  const title = inLanguage(need.title, language)
  const said = (value: number): string => amountSaid(t, value, unit)
  return (
    <Card title={<Text of={need.title} t={t} />}>
      <p class="small quiet">
        {t(`partners.kind.${need.kind}`)} ·{' '}
        {t('partners.needs.until', { day: dateInWords(language, need.needed_on) })}
      </p>
      <LongText of={need.says} t={t} />
      <progress class="coverage" max={100} value={coverage.percent} aria-label={title} />
      <p>
        {t('partners.needs.covered', { covered: said(coverage.covered), amount: said(amount) })}
        {coverage.talked > 0 && ` ${t('partners.needs.talked', { talked: said(coverage.talked) })}`}
      </p>
      {coverage.missing > 0 ? (
        <p>
          <a href={to(`/partners/pledge?need=${need.id}`)}>
            {t('partners.needs.pledge', { missing: said(coverage.missing) })}
            <span class="unseen">: {title}</span>
          </a>
        </p>
      ) : (
        <p>
          <strong>{t('partners.needs.all-covered')}</strong>
        </p>
      )}
    </Card>
  )
}

/** "A gift buys no influence over goals." */
export const Independence = ({ visit: { t, to } }: { visit: Visit }) => (
  <Notice title={t('partners.independence.title')}>
    <p>{t('partners.independence.says')}</p>
    <p>
      <a href={to('/plan/agreement')}>{t('partners.independence.agreement')}</a>
    </p>
  </Notice>
)

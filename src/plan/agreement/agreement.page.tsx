import type { PublicParty } from './parties.ts'
import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Actions, Card, DataTable, Facts, LinkButton } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { Agreement } from '../tables.ts'
import type { Clause } from './tables.ts'
import { Clauses, OriginalLink } from './versions.page.tsx'
import type { OriginalOf, Version } from './versions.sql.ts'

interface Props {
  visit: Visit
  agreement: Agreement
  principles: readonly Clause[]
  conduct: readonly Clause[]
  parties: readonly PublicParty[]
  /** Versions that are or have been in force, the latest first. */
  versions: readonly Version[]
  /** Their signed originals. */
  originals: readonly OriginalOf[]
  signatories: number
}

/** The agreement that lasts: vision, principles, how we work, who has agreed, and what stood in it earlier. */
export function AgreementPage(props: Props) {
  const { visit, agreement, principles, conduct } = props
  const { t, language } = visit
  const [latest] = props.versions
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
      <Facts
        rows={[
          [t('plan.agreement.adopted'), dateInWords(language, agreement.adopted_on)],
          [t('agreement.in-force'), latest && <InForce {...props} latest={latest} />],
        ]}
      />
      <LongText of={agreement.about} t={t} />
      <section class="section stack" aria-labelledby="principles">
        <h2 id="principles">{t('plan.principles')}</h2>
        <Clauses t={t} all={principles} />
      </section>
      {conduct.length > 0 && (
        <section class="section stack" aria-labelledby="conduct">
          <h2 id="conduct">{t('agreement.conduct')}</h2>
          <p>{t('agreement.conduct-lead')}</p>
          <Clauses t={t} all={conduct} numbered />
        </section>
      )}
      <Parties {...props} />
      <Signatories {...props} />
      <Versions {...props} />
    </Page>
  )
}

/** The version that holds now, with the paper that was signed. */
function InForce({ visit, originals, latest: { id, number } }: Props & { latest: Version }) {
  return (
    <ul class="plain-list">
      <li>
        <a href={visit.to(`/plan/agreement/versions/${number}`)}>
          {visit.t('agreement.version.title', { number })}
        </a>
      </li>
      {originals
        .filter(({ version_id }) => version_id === id)
        .map((one) => (
          <li>
            <OriginalLink visit={visit} number={number} original={one} />
          </li>
        ))}
    </ul>
  )
}

function Parties({ visit, parties }: Props) {
  const { t, language } = visit
  const caption = t('agreement.parties')
  return (
    <div class="section stack">
      <h2>{caption}</h2>
      <p>{t('agreement.parties-lead')}</p>
      <DataTable
        caption={caption}
        captionUnseen
        onPhone="lines"
        head={[t('agreement.parties.party'), t('agreement.parties.days'), t('agreement.parties.speaks')]}
        rows={parties.map(({ name, steps, speakers }) => [
          <p class="capitalized">
            <Text of={name} t={t} />
          </p>,
          <ul class="plain-list">
            {steps.map(({ standing, from_day, reason }) => (
              <li>
                {t(`agreement.parties.${standing}`, { date: dateInWords(language, from_day) })}
                {Object.keys(reason).length > 0 && <LongText of={reason} t={t} />}
              </li>
            ))}
          </ul>,
          <ul class="plain-list">
            {speakers.map(({ name: speaker, until }) => (
              <li>
                {until
                  ? t('agreement.parties.substitute', { name: speaker, until: dateInWords(language, until) })
                  : t('agreement.parties.coordinator', { name: speaker })}
              </li>
            ))}
            {speakers.length === 0 && <li>{t('agreement.parties.nobody')}</li>}
          </ul>,
        ])}
      />
    </div>
  )
}

function Signatories({ visit, signatories }: Props) {
  const { t } = visit
  return (
    <section class="section stack" aria-labelledby="signatories">
      <h2 id="signatories">{t('agreement.signatories.title')}</h2>
      <p>{t('agreement.signatories.lead', { count: signatories })}</p>
      <Actions>
        <LinkButton href={visit.to('/agreement/join')}>{t('agreement.join.title')}</LinkButton>
        <LinkButton variant="secondary" href={visit.to('/plan/agreement/signatories')}>
          {t('agreement.signatories.see')}
        </LinkButton>
      </Actions>
    </section>
  )
}

function Versions({ visit, versions, originals }: Props) {
  const { t, language } = visit
  const first = versions.at(-1)?.number
  if (first === undefined) return null
  return (
    <section class="section stack" aria-labelledby="versions">
      <h2 id="versions">{t('agreement.versions')}</h2>
      <ul>
        {versions.map(({ id, number, in_force_on }) => (
          <li>
            <a href={visit.to(`/plan/agreement/versions/${number}`)}>
              {t('agreement.version.title', { number })}
            </a>{' '}
            {t('agreement.version.from', { date: dateInWords(language, in_force_on ?? '') })}
            <ul class="plain-list">
              {number > first && (
                <li>
                  <a href={visit.to(`/plan/agreement/versions/${number}/difference`)}>
                    {t('agreement.difference.link', { number })}
                  </a>
                </li>
              )}
              {originals
                .filter(({ version_id }) => version_id === id)
                .map((one) => (
                  <li>
                    <OriginalLink visit={visit} number={number} original={one} />
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import type { ThreadStep } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { IntroductionFacts, NetworkNeedFacts, PartnershipFacts } from './network-facts.sql.ts'

type Told = Omit<ThreadStep, 'kind' | 'here'>

export const networkNeedStep = ({ t, to, language }: Visit, need: NetworkNeedFacts): Told => ({
  title: <Text of={need.words} t={t} />,
  href: to(`/network/needs/${need.id}`),
  text: t('thread.needed-by', {
    organisation: inLanguage(need.organisation, language),
    date: shortDate(language, need.written_at),
  }),
})

export const introductionStep = (
  { t, language }: Visit,
  { introduced_at, came }: IntroductionFacts,
): Told => ({
  title: t('thread.introduced'),
  text: t('thread.introduced-on', { date: shortDate(language, introduced_at), came: Math.min(came, 1) }),
})

export const partnershipStep = ({ t, to }: Visit, one: PartnershipFacts): Told => {
  const { slug, name, kind, began_year } = one
  const named = t(`network.kinds-one.${kind}`)
  return {
    title: <Text of={name} t={t} />,
    href: to(`/network/${slug}`),
    text: began_year === null ? named : t('thread.began', { kind: named, year: began_year }),
  }
}

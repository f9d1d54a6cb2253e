import type { Visit } from '#platform/http.ts'

export const partnersTrail = ({ t, to }: Visit) => [{ href: to('/partners'), label: t('partners.title') }]

export const officeTrail = ({ t, to }: Visit) => [
  { href: to('/office/pledges'), label: t('partners.office.title') },
]

import type { Visit } from '#platform/http.ts'

export const inboxTrail = ({ t, to }: Visit) => [{ href: to('/office/inbox'), label: t('inbox.title') }]

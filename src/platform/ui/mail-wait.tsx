import type { Visit } from '../http.ts'
import { Notice } from './parts.tsx'

/** So many have sent something just now that mails wait their turn; whoever is signed in gets none to confirm. */
export function MailWait({ visit: { t, member }, minutes }: { visit: Visit; minutes: number }) {
  if (member || minutes === 0) return null
  return <Notice kind="waiting">{t('platform.mail-waits', { minutes })}</Notice>
}

import type { Visit } from '#platform/http.ts'
import { SubmitButton } from '#platform/ui/form.tsx'

interface Props {
  visit: Visit
  token: string
  isRemembered: boolean
}

/** Where a phone's own camera opens codes: with a cookie, asked for by a button, it finds its door again. */
export function RememberDoor({ visit, token, isRemembered }: Props) {
  const { t } = visit
  return (
    <section class="stack-tight">
      <h2>{t('door.own-camera')}</h2>
      {isRemembered ? (
        <p>{t('door.own-camera-on')}</p>
      ) : (
        <>
          <p>{t('door.own-camera-lead')}</p>
          <form method="post" action={visit.to(`/door/${token}/remember`)}>
            <SubmitButton variant="secondary">{t('door.own-camera-button')}</SubmitButton>
          </form>
        </>
      )}
    </section>
  )
}

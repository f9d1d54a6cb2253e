import { dateAndTime } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Facts, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { QrCode } from './qr.page.tsx'
import type { OwnCode } from './show-code.ts'

interface Props {
  visit: Visit
  own: OwnCode
  /** What the code says: an address of this site. */
  address: string
  token: string
}

/** What one shows at the door: the code as large as the screen allows, and one's name should no camera read it. */
export function OwnCodePage({ visit, own, address, token }: Props) {
  const { t } = visit
  const { event, signUp, code, table } = own
  const title = inLanguage(event.title, t.language)
  return (
    <Page
      visit={visit}
      title={t('code.title', { title })}
      heading={signUp.name}
      trail={[{ href: visit.to(`/sign-ups/${token}`), label: t('code.to-own') }]}
    >
      {code === null ? (
        <Notice kind="plain">{t('code.none')}</Notice>
      ) : (
        <>
          <QrCode text={address} label={t('code.picture')} large />
          <p class="lead">{t('code.lead')}</p>
        </>
      )}
      <Facts
        rows={[
          [t('code.event'), title],
          [t('programme.event.when'), dateAndTime(t.language, event.starts_at, event.ends_at)],
          [t('programme.event.where'), [event.place_name, event.address].filter(Boolean).join(', ')],
          [t('code.table'), table],
        ]}
      />
      {code !== null && (
        <Actions>
          <LinkButton href={visit.to(`/sign-ups/${token}/code.svg`)} variant="secondary">
            {t('code.save')}
          </LinkButton>
        </Actions>
      )}
    </Page>
  )
}

/** Where the code leads when somebody opens it who does not stand at a door: it says nothing about anybody. */
export function CodeForTheDoorPage({ visit }: { visit: Visit }) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('code.elsewhere-title')}>
      <p class="lead">{t('code.elsewhere-lead')}</p>
    </Page>
  )
}

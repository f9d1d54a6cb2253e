import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Form, Problems, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import type { EndingRefusal } from './coordinators.rules.ts'

interface Props {
  visit: Visit
  coordinator: { person_id: string; name: string; party_name: Texts }
  /** Why it cannot be done; null when it can. */
  hindrance: EndingRefusal | null
  /** The button was pressed all the same. */
  refused?: boolean
}

/** What ending will do, before it is done. */
export function EndCoordinatorPage({ visit, coordinator, hindrance, refused = false }: Props) {
  const { t, language } = visit
  const { name, party_name, person_id } = coordinator
  const facts = { name, party: inLanguage(party_name, language) }
  const why = hindrance && t(`people.coordinators.refusal.${hindrance}`)
  return (
    <Page
      visit={visit}
      title={t('people.coordinators.end.title', { name })}
      wrong={refused}
      trail={[
        { href: visit.to('/office'), label: t('people.coordinators.desk') },
        { href: visit.to('/office/coordinators'), label: t('people.coordinators.title') },
      ]}
    >
      {refused && why && <Problems visit={visit} list={[{ text: why }]} />}
      {!refused && why && <Notice kind="info">{why}</Notice>}
      {why ? (
        <p>
          <a href={visit.to('/office/coordinators')}>{t('people.coordinators.end.back')}</a>
        </p>
      ) : (
        <>
          <p>
            {person_id === visit.member?.id
              ? t('people.coordinators.end.yourself', facts)
              : t('people.coordinators.end.says', facts)}
          </p>
          <p>{t('people.coordinators.end.stays')}</p>
          <Form>
            <SubmitButton danger>{t('people.coordinators.end.button')}</SubmitButton>
          </Form>
        </>
      )}
    </Page>
  )
}

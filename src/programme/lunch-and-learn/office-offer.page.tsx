import { shortDate } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, Notice } from '#platform/ui/parts.tsx'
import { TurnDownForm } from './moderate.page.tsx'
import { officeNeedsTrail, officePath } from './office-needs.page.tsx'
import type { Offer } from './offers.sql.ts'
import { organisationInWords } from './standing.page.tsx'

/** An offer to speak, for the office to show or to turn down. */
export function OfficeOfferPage({ visit, offer, ...answered }: Answered & { visit: Visit; offer: Offer }) {
  const { t, language } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page visit={visit} title={offer.topic} trail={officeNeedsTrail(visit, true)} wrong={problems.length > 0}>
      <Problems visit={visit} list={problems} />
      <p>{t(`lunch-and-learn.mine.offer-${offer.state}`)}</p>
      {offer.about && <p lang={offer.language === language ? undefined : offer.language}>{offer.about}</p>}
      {offer.reason && (
        <Notice title={t('lunch-and-learn.moderate.was-reason')}>{inLanguage(offer.reason, language)}</Notice>
      )}
      <Facts
        rows={[
          [t('lunch-and-learn.need.asked-by'), organisationInWords(t, offer)],
          [t('lunch-and-learn.office.email'), offer.email],
          [t('lunch-and-learn.need.written-in'), t(`programme.event.spoken-${offer.language}`)],
          [t('lunch-and-learn.office.handed-in'), shortDate(language, offer.handed_in_at)],
          [
            t('lunch-and-learn.offer.on'),
            offer.need_number && (
              <a href={visit.to(`${officePath}/${offer.need_number}`)}>{String(offer.need_number)}</a>
            ),
          ],
        ]}
      />
      {(offer.state === 'new' || offer.state === 'turned-down') && (
        <Form>
          <SubmitButton name="do" value="open">
            {t('lunch-and-learn.moderate.open-offer')}
          </SubmitButton>
        </Form>
      )}
      {(offer.state === 'new' || offer.state === 'open') && (
        <TurnDownForm t={t} answered={answered} summary={t('lunch-and-learn.moderate.turn-down')} />
      )}
    </Page>
  )
}

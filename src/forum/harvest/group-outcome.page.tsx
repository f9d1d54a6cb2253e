import { inLanguage } from '#platform/language.ts'
import { Form, Select, SubmitButton } from '#platform/ui/form.tsx'
import { LinkButton } from '#platform/ui/parts.tsx'
import type { GroupProps } from './group.page.tsx'

/** The recommendation that came of it, or the ways to one. */
export function Outcome({ visit, event, group, recommendations, isApproved }: GroupProps) {
  const { t, to, language } = visit
  const came = recommendations.find((one) => one.id === group.recommendation_id)
  if (came) {
    return (
      <section class="stack" aria-labelledby="outcome">
        <h2 id="outcome">{t('harvest.outcome')}</h2>
        <p>
          <a href={to(`/office/events/${event.id}/notes#recommendation-${came.number}`)}>
            {t('harvest.became', { number: came.number })}
          </a>
          : {inLanguage(came.text, language)}
        </p>
        {!isApproved && (
          <Form>
            <input type="hidden" name="recommendation" value="" />
            <SubmitButton name="do" value="recommend" variant="tertiary">
              {t('harvest.unlink')}
            </SubmitButton>
          </Form>
        )}
      </section>
    )
  }
  return (
    <section class="stack" aria-labelledby="outcome">
      <h2 id="outcome">{t('harvest.outcome')}</h2>
      <p>{t('harvest.outcome-none')}</p>
      {!isApproved && (
        <LinkButton href={to(`/office/events/${event.id}/recommendations/new?group=${group.id}`)}>
          {t('harvest.word')}
        </LinkButton>
      )}
      {recommendations.length > 0 && !isApproved && (
        <Form>
          <Select
            t={t}
            name="recommendation"
            label={t('harvest.link-to')}
            options={recommendations.map(({ id, number, text }) => ({
              value: id,
              label: `${number}. ${inLanguage(text, language).slice(0, 80)}`,
            }))}
          />
          <SubmitButton name="do" value="recommend" variant="secondary">
            {t('harvest.link-button')}
          </SubmitButton>
        </Form>
      )}
    </section>
  )
}

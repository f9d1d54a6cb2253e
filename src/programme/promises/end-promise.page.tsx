import { shortDate } from '#platform/dates.ts'
import { filledAt, Form, mistakeAt, SubmitButton, TextField } from '#platform/ui/form.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { type OfficePromiseProps, ReasonField, Seen } from './promise-fields.page.tsx'

/** So many of what is to come are listed before the press. */
export const comingMax = 12

/** Nothing is promised after a day: the series ends, or rests. */
export function EndPromise(props: OfficePromiseProps) {
  const { t } = props.visit
  return (
    <section class="stack" aria-labelledby="end">
      <h2 id="end">{t('promises.office.end')}</h2>
      <p>{t('promises.office.end-lead')}</p>
      <StillComing {...props} />
      <Form>
        <Seen {...props} />
        <TextField
          t={t}
          name="end_on"
          type="date"
          label={t('promises.field.end_on')}
          value={filledAt(props, 'end_on')}
          mistake={mistakeAt(t, props, 'end_on')}
        />
        <ReasonField {...props} name="end_reason" />
        <SubmitButton name="do" value="end" variant="secondary">
          {t('promises.office.end-button')}
        </SubmitButton>
      </Form>
    </section>
  )
}

/** What ending leaves behind: nobody should believe that these are cancelled with the promise. */
function StillComing({ visit: { t, to, language }, coming }: OfficePromiseProps) {
  if (coming.length === 0) return null
  return (
    <Notice kind="late">
      <p>{t('promises.office.end-coming')}</p>
      <ul>
        {coming.slice(0, comingMax).map(({ slug, title, starts_at }) => (
          <li>
            {shortDate(language, starts_at)}:{' '}
            <a href={to(`/events/${slug}`)}>
              <Text of={title} t={t} />
            </a>
          </li>
        ))}
      </ul>
      {coming.length > comingMax && <p>{t('promises.office.end-more')}</p>}
    </Notice>
  )
}

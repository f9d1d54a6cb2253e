import type { Visit } from '#platform/http.ts'
import { Form, SubmitButton } from '#platform/ui/form.tsx'
import { encountersKeptYears } from '../encounters/encounter.rules.ts'

interface Props {
  visit: Visit
  /** Null where there is no address to remember by. */
  isRemembered: boolean | null
}

/** What is kept of whom one sat with, why, for how long; and a button that ends it. */
export function Remembering({ visit: { t }, isRemembered }: Props) {
  if (isRemembered === null) return null
  return (
    <section class="stack" aria-labelledby="remembering">
      <h2 id="remembering">{t('your-tables.remember.heading')}</h2>
      <p>
        {isRemembered
          ? t('your-tables.remember.how', { years: encountersKeptYears })
          : t('your-tables.remember.not')}
      </p>
      <Form>
        <SubmitButton variant="secondary" name="do" value={isRemembered ? 'forget' : 'remember'}>
          {t(isRemembered ? 'your-tables.remember.stop' : 'your-tables.remember.start')}
        </SubmitButton>
      </Form>
    </section>
  )
}

import { longDate } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { plus } from '#platform/time.ts'
import { filledAt, Form, mistakeAt, SubmitButton, TextField } from '#platform/ui/form.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { QrCode } from '#programme/index.ts'
import type { Day } from '../load-day.ts'
import { wallLinkUntil } from './wall-link.rules.ts'
import type { WallLink } from './wall-links.sql.ts'

interface Props {
  visit: Visit
  day: Day
  links: readonly WallLink[]
  newId: string
  made?: string | undefined
  answered: Answered
}

/** Links to the wall, for the projector's computer and for phones in the room. */
export function WallLinks({ visit, day, links, newId, made, answered }: Props) {
  const { t, language, now } = visit
  const until = wallLinkUntil(day.event)
  return (
    <section class="stack" aria-labelledby="wall">
      <h2 id="wall">{t('forum-day.link.title')}</h2>
      <p>{t('forum-day.link.lead', { until: longDate(language, plus(until, { minutes: -1 })) })}</p>
      {made && (
        <Notice kind="good" title={t('forum-day.link.made')} live>
          <p>{t('forum-day.link.made-lead')}</p>
          <p class="steward-link">
            <a href={made}>{made}</a>
          </p>
          <QrCode text={made} label={t('forum-day.link.code')} />
        </Notice>
      )}
      {links.length > 0 && (
        <ul class="lined-list door-list">
          {links.map(({ id, label }) => (
            <li>
              <strong>{label}</strong>
              <form method="post">
                <input type="hidden" name="link" value={id} />
                <SubmitButton variant="secondary" danger name="do" value="end-link">
                  {t('forum-day.link.end')} <span class="unseen">{label}</span>
                </SubmitButton>
              </form>
            </li>
          ))}
        </ul>
      )}
      {now < until && (
        <Form>
          <input type="hidden" name="id" value={newId} />
          <TextField
            t={t}
            name="label"
            label={t('forum-day.link.label')}
            hint={t('forum-day.link.label-hint')}
            autocomplete="off"
            value={filledAt(answered, 'label')}
            mistake={mistakeAt(t, answered, 'label')}
          />
          <SubmitButton name="do" value="make-link" variant="secondary">
            {t('forum-day.link.make')}
          </SubmitButton>
        </Form>
      )}
    </section>
  )
}

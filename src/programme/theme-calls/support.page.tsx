import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { Check, Choice, filledAt, mistakeAt, TextField } from '#platform/ui/form.tsx'
import { type Group, groupsToShow } from '../groups.rules.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import { keptDaysAfterTheme } from './theme-call.rules.ts'

interface FieldsProps extends Answered {
  visit: Visit
}

/** What is asked of whoever proposes or seconds: an address to confirm, what they take part as, and nothing else. */
export function SupporterFields(props: FieldsProps) {
  const { t, member } = props.visit
  return (
    <>
      <Choice
        t={t}
        name="capacity"
        label={t('theme-calls.field.capacity')}
        hint={t('theme-calls.hint.capacity')}
        value={filledAt(props, 'capacity')}
        mistake={mistakeAt(t, props, 'capacity')}
        options={capacities.map((value) => ({ value, label: t(`sign-up.capacity.${value}`) }))}
      />
      {member ? (
        <p>{t('theme-calls.signed-in', { email: member.email })}</p>
      ) : (
        <TextField
          t={t}
          name="email"
          type="email"
          autocomplete="email"
          label={t('theme-calls.field.email')}
          hint={t('theme-calls.hint.email')}
          value={filledAt(props, 'email')}
          mistake={mistakeAt(t, props, 'email')}
        />
      )}
      <Check
        t={t}
        name="wants_news"
        label={t('theme-calls.field.wants_news')}
        checked={filledAt(props, 'wants_news') === 'yes'}
      />
      <p class="small quiet">{t('theme-calls.kept', { days: keptDaysAfterTheme })}</p>
    </>
  )
}

/** What somebody wrote about a theme, as plain text: nobody puts a link here by writing one. */
export const Why = ({ text, lang }: { text: string; lang: string | undefined }) => (
  <>
    {text.split(/\n+/).map((line) => (
      <p lang={lang}>{line}</p>
    ))}
  </>
)

/** How many stand behind a proposal, by what they take part as: in numbers that point at nobody. */
export function SupportLine({ visit, groups }: { visit: Visit; groups: readonly Group[] }) {
  const { t } = visit
  const people = groups.reduce((sum, { count }) => sum + count, 0)
  const { shown, rest } = groupsToShow(groups, capacities.length)
  const parts = shown.map(({ capacity, count }) =>
    t('theme-calls.support.group', { group: t(`sign-up.capacity.${capacity}`), count }),
  )
  if (shown.length > 0 && rest > 0) parts.push(t('theme-calls.support.rest', { count: rest }))
  return (
    <p class="quiet">
      <strong>{t('theme-calls.support.people', { people })}</strong>
      {parts.length > 0 && ` ${parts.join(' · ')}`}
    </p>
  )
}

import { inLanguage, type Texts } from '#platform/language.ts'
import {
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  seenAt,
  SubmitButton,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Notice } from '#platform/ui/parts.tsx'
import { networkTrail } from './join.page.tsx'
import { stateOfMembers } from './save-members.ts'
import { type OwnProps, toOrganisation } from './small.page.tsx'

type Props = OwnProps & { members: readonly { id: string; name: Texts }[] }

/** The organisations that an umbrella gathers, one name in a line. */
export function MembersPage(props: Props) {
  const { visit, members, organisation: _, ...answered } = props
  const { t, language } = visit
  const problems = problemsOf(t, answered)
  const now = members.map(({ name }) => inLanguage(name, language))
  return (
    <Page
      visit={visit}
      title={t('organisations.members.title')}
      lead={t('organisations.members.lead')}
      trail={[...networkTrail(visit), toOrganisation(props)]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {answered.refusal === 'network.refusal.changed-meanwhile' && <BothLists {...props} />}
      <Form>
        <LongTextField
          t={t}
          name="members"
          required={false}
          rows={8}
          label={t('organisations.members.heading')}
          hint={t('network.form.organisations-hint')}
          value={filledAt(answered, 'members') ?? now.join('\n')}
          mistake={mistakeAt(t, answered, 'members')}
        />
        <input type="hidden" name="seen" value={seenAt(answered, stateOfMembers(members))} />
        <SubmitButton>{t('network.form.save')}</SubmitButton>
      </Form>
    </Page>
  )
}

/** Which names stand only in what another has saved meanwhile, and which only in what was typed here. */
function BothLists(props: Props) {
  const { visit, members } = props
  const { t, language } = visit
  const own = (filledAt(props, 'members') ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const typed = new Set(own.map((name) => name.toLowerCase()))
  const stored = new Set(members.flatMap(({ name }) => Object.values(name).map((one) => one.toLowerCase())))
  const onlyThere = members.filter(
    ({ name }) => !Object.values(name).some((one) => typed.has(one.toLowerCase())),
  )
  const onlyHere = own.filter((name) => !stored.has(name.toLowerCase()))
  return (
    <Notice kind="late">
      <DataTable
        caption={t('organisations.both.caption')}
        head={[t('organisations.both.what'), t('organisations.both.where')]}
        rows={[
          ...onlyThere.map(({ name }) => [inLanguage(name, language), t('organisations.both.stands-now')]),
          ...onlyHere.map((name) => [name, t('organisations.both.you-wrote')]),
        ]}
      />
    </Notice>
  )
}

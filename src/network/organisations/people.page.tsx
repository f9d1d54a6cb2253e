import { CsvLink } from '#platform/ui/csv-link.tsx'
import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import {
  filledAt,
  Folded,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty, Tag } from '#platform/ui/parts.tsx'
import { LanguageField } from './join-fields.page.tsx'
import { networkTrail } from './join.page.tsx'
import type { Organisation } from './organisations.sql.ts'
import { actsOn, endsSoon, postKinds } from './posts.rules.ts'
import type { invitationsOf, Post } from './posts.sql.ts'

interface Props extends Answered {
  visit: Visit
  organisation: Organisation
  posts: readonly Post[]
  invitations: Awaited<ReturnType<typeof invitationsOf>>
}

/** Who acts for an organisation, as what and until when: for themselves and the office, and for nobody else. */
export function PeoplePage(props: Props) {
  const { visit, organisation } = props
  const { t, to, language } = visit
  const problems = problemsOf(t, props)
  const name = inLanguage(organisation.name, language)
  const href = to(`/network/organisations/${organisation.slug}`)
  return (
    <Page
      visit={visit}
      title={t('organisations.people.title', { name })}
      lead={t('organisations.people.lead')}
      trail={[...networkTrail(visit), { href, label: name }]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Posts {...props} />
      {props.posts.length > 0 && (
        <CsvLink visit={visit} href={`/network/organisations/${organisation.slug}/people.csv`} />
      )}
      <Invited {...props} />
      <Invite {...props} />
      <p>
        <a href={`${href}/members`}>{t('organisations.members.link')}</a>
      </p>
      {organisation.ended_on === null && (
        <p>
          <a href={`${href}/end`}>{t('organisations.ended.link')}</a>
        </p>
      )}
    </Page>
  )
}

function Posts({ visit, posts }: Props) {
  const { t, now } = visit
  if (posts.length === 0)
    return (
      <Empty>
        <p>{t('organisations.people.nobody')}</p>
      </Empty>
    )
  const today = localDate(now)
  return (
    <DataTable
      caption={t('organisations.people.posts')}
      head={[
        t('organisations.people.who'),
        t('organisations.people.post'),
        t('organisations.people.until'),
        t('organisations.people.deeds'),
      ]}
      rows={posts.map((post) => [
        <>
          {post.name ?? t('organisations.people.forgotten')}
          {post.email && <div class="small quiet">{post.email}</div>}
        </>,
        post.title ?? t(`organisations.post.${post.kind}`),
        untilOf(visit, post),
        actsOn(post, today) ? (
          <Form>
            <input type="hidden" name="post" value={post.id} />
            <SubmitButton name="do" value="end" variant="secondary">
              {t('organisations.people.end')}
              <span class="unseen"> {post.name}</span>
            </SubmitButton>
          </Form>
        ) : (
          <Tag kind="stopped">{t('organisations.people.ended')}</Tag>
        ),
      ])}
    />
  )
}

/** Its last day; of a post that was ended before it, that day. */
function untilOf({ t, language, now }: Visit, post: Post) {
  if (post.ended_at)
    return t('organisations.people.ended-on', { day: dateInWords(language, localDate(post.ended_at)) })
  if (!post.until_day) return '–'
  const day = dateInWords(language, post.until_day)
  if (!endsSoon(post, localDate(now))) return day
  return (
    <>
      {day} <Tag kind="late">{t('organisations.people.ends-soon')}</Tag>
    </>
  )
}

function Invited({ visit, invitations }: Props) {
  const { t, language } = visit
  if (invitations.length === 0) return null
  return (
    <DataTable
      caption={t('organisations.people.invited')}
      head={[t('organisations.people.who'), t('organisations.people.when'), t('organisations.people.deeds')]}
      rows={invitations.map(({ id, name, email, invited_at }) => [
        <>
          {name}
          <div class="small quiet">{email}</div>
        </>,
        dateInWords(language, localDate(invited_at)),
        <Form>
          <input type="hidden" name="invitation" value={id} />
          <SubmitButton name="do" value="take-back" variant="secondary">
            {t('organisations.people.take-back')}
            <span class="unseen"> {name}</span>
          </SubmitButton>
        </Form>,
      ])}
    />
  )
}

function Invite({ visit, ...answered }: Props) {
  const { t } = visit
  const one = (name: string) => ({
    ...{ t, name, value: filledAt(answered, name), mistake: mistakeAt(t, answered, name) },
  })
  return (
    <Folded
      summary={t('organisations.people.invite')}
      open={answered.filled !== undefined || answered.posts.length === 0}
    >
      <Form>
        <TextField {...one('name')} required label={t('organisations.people.name')} />
        <TextField {...one('email')} required type="email" label={t('organisations.people.email')} />
        <Select
          {...one('kind')}
          required
          label={t('organisations.people.post')}
          none={t('network.form.choose')}
          options={postKinds.map((value) => ({ value, label: t(`organisations.post.${value}`) }))}
        />
        <TextField {...one('title')} required={false} label={t('organisations.people.post-title')} />
        <TextField
          {...one('until_day')}
          type="date"
          required={false}
          label={t('organisations.people.until-day')}
          hint={t('organisations.people.until-hint')}
        />
        <LanguageField visit={visit} answered={answered} />
        <SubmitButton name="do" value="invite">
          {t('organisations.people.invite-button')}
        </SubmitButton>
      </Form>
    </Folded>
  )
}

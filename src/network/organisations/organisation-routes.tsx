import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { signedIn, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { anyone, readFields, readForm, routes, type Visit, type VisitEnv } from '#platform/http.ts'
import type { PreparedTexts } from '#platform/prepared-texts.ts'
import { type Answered, checkForm } from '#platform/form.ts'
import { localDate } from '#platform/time.ts'
import { inOrder } from '../directory.rules.ts'
import { partnershipsOf } from '../partnerships/index.ts'
import type { Db } from '../tables.ts'
import { claimRoutes } from './claim-routes.tsx'
import { whyNotClaimed } from './claim-organisation.ts'
import { EditOrganisationPage } from './edit-organisation.page.tsx'
import { EndForm, endOrganisation } from './end-organisation.ts'
import { endPostOf, InviteForm, invitePerson, takeBackInvitation } from './invite-person.ts'
import { joinRoutes } from './join-routes.tsx'
import { MembersPage } from './members.page.tsx'
import type { Merging } from './merge-organisations.ts'
import { mergeRoutes } from './merge-routes.tsx'
import { mayEdit, ownOrganisation } from './may-edit.ts'
import { OrganisationPage } from './organisation.page.tsx'
import { organisationNamed, organisationWithId, organisationWithSlug } from './organisations.sql.ts'
import { PeoplePage } from './people.page.tsx'
import { actsOn } from './posts.rules.ts'
import { invitationsOf, organisationsActedFor, postsOf } from './posts.sql.ts'
import { changeOrganisationEntry, ProfileForm } from './save-organisation.ts'
import { saveMembers } from './save-members.ts'
import { EndPage, OwnOrganisationsPage } from './small.page.tsx'
import { tellingOf } from './telling.ts'
import { membersOf, reachOf, umbrellasOf } from './umbrellas.sql.ts'

type C = Context<VisitEnv>

export interface OrganisationOptions {
  /** Answers that the office has ready. */
  preparedTexts: PreparedTexts
  /** What other rooms show on an organisation's page: what it needs and gives. */
  /** How what points at a double moves. */
  merging: Merging
  more?: (visit: Visit, organisationId: string) => Promise<Child>
}

/** Organisations for everybody, and for those who act for them. */
export const organisationRoutes = (db: Db, options: OrganisationOptions) =>
  routes()
    .get('/network/mine', signedIn, async (c) => {
      const list = await organisationsActedFor(db, memberOf(c).id, localDate(c.var.now))
      return c.html(<OwnOrganisationsPage visit={c.var} list={inOrder(list, c.var.language)} />)
    })
    .route('/', joinRoutes(db))
    .route('/', claimRoutes(db))
    .route('/', mergeRoutes(db, options.merging))
    .get('/network/organisations/:slug', anyone, (c) => showOrganisation(db, c, options))
    .get('/network/organisations/:slug/edit', signedIn, async (c) => c.html(await editPage(db, c)))
    .post('/network/organisations/:slug/edit', signedIn, async (c) => {
      const organisation = await ownOrganisation(db, c)
      const form = await readForm(c, ProfileForm)
      if (!form.ok) return c.html(await editPage(db, c, form), 422)
      const done = await changeOrganisationEntry(db, memberOf(c), organisation.id, form.value, c.var.now)
      if (done.refusal === null) return c.redirect(c.var.to(`/network/organisations/${done.slug}`), 303)
      const answered = { filled: await readFields(c), refusal: `network.refusal.${done.refusal}` }
      return c.html(await editPage(db, c, answered), 409)
    })
    .get('/network/organisations/:slug/people', signedIn, async (c) => c.html(await peoplePage(db, c)))
    .post('/network/organisations/:slug/people', signedIn, (c) => changePeople(db, c))
    .get('/network/organisations/:slug/members', signedIn, async (c) => c.html(await membersPage(db, c)))
    .post('/network/organisations/:slug/members', signedIn, async (c) => {
      const organisation = await ownOrganisation(db, c)
      const filled = await readFields(c)
      const refused = await saveMembers(db, memberOf(c), organisation.id, String(filled['members'] ?? ''), {
        ...{ now: c.var.now, seen: String(filled['seen'] ?? '') },
        named: (name) => organisationNamed(db, name),
      })
      if (refused === 'changed-meanwhile')
        return c.html(await membersPage(db, c, { filled, refusal: `network.refusal.${refused}` }), 409)
      if (refused === null) return c.redirect(c.var.to(`/network/organisations/${organisation.slug}`), 303)
      const mistakes = { members: 'network.form.organisation-unknown' }
      return c.html(await membersPage(db, c, { filled, mistakes }), 422)
    })
    .get('/network/organisations/:slug/end', signedIn, async (c) => c.html(await endPage(db, c)))
    .post('/network/organisations/:slug/end', signedIn, async (c) => {
      const organisation = await ownOrganisation(db, c)
      const form = await readForm(c, EndForm)
      if (!form.ok) return c.html(await endPage(db, c, form), 422)
      const refusal = await endOrganisation(db, memberOf(c), organisation.id, form.value, c.var.now)
      if (!refusal) return c.redirect(c.var.to(`/network/organisations/${organisation.slug}`), 303)
      const answered = { filled: await readFields(c), refusal: `organisations.refusal.${refusal}` }
      return c.html(await endPage(db, c, answered), 409)
    })

async function showOrganisation(db: Db, c: C, { more }: OrganisationOptions): Promise<Response> {
  const { language, now } = c.var
  const organisation = found(await organisationWithSlug(db, c.req.param('slug') ?? ''), 'organisation')
  const { id, merged_into } = organisation
  if (merged_into !== null) {
    const other = found(await organisationWithId(db, merged_into), 'organisation')
    return c.redirect(c.var.to(`/network/organisations/${other.slug}`), 301)
  }
  const [edit, refusal] = [await mayEdit(db, c.var, id), await whyNotClaimed(db, id, now)]
  const page = {
    partnerships: await partnershipsOf(db, id),
    umbrellas: inOrder(await umbrellasOf(db, id), language),
    members: inOrder(await membersOf(db, id), language),
    reach: await reachOf(db, id),
    may: { edit, claim: refusal === null && !edit },
    more: more ? await more(c.var, id) : null,
  }
  return c.html(<OrganisationPage visit={c.var} organisation={organisation} {...page} />)
}

async function editPage(db: Db, c: C, answered: Answered = {}) {
  const organisation = await ownOrganisation(db, c)
  return <EditOrganisationPage visit={c.var} organisation={organisation} byOffice={false} {...answered} />
}

async function peoplePage(db: Db, c: C, answered: Answered = {}) {
  const organisation = await ownOrganisation(db, c)
  const today = localDate(c.var.now)
  const all = await postsOf(db, organisation.id)
  // Those who act for it today first, then those who did.
  const posts = all.toSorted((one, other) => Number(actsOn(other, today)) - Number(actsOn(one, today)))
  const invitations = await invitationsOf(db, organisation.id)
  return <PeoplePage visit={c.var} {...{ organisation, posts, invitations }} {...answered} />
}

async function changePeople(db: Db, c: C): Promise<Response> {
  const organisation = await ownOrganisation(db, c)
  const filled = await readFields(c)
  const here = c.var.to(`/network/organisations/${organisation.slug}/people`)
  const act = { by: memberOf(c), organisationId: organisation.id, now: c.var.now }
  if (filled['do'] === 'take-back') {
    await takeBackInvitation(db, String(filled['invitation'] ?? ''), act)
    return c.redirect(here, 303)
  }
  if (filled['do'] === 'end') {
    const refusal = await endPostOf(db, String(filled['post'] ?? ''), act)
    if (!refusal)
      return c.redirect((await mayEdit(db, c.var, organisation.id)) ? here : c.var.to('/network/mine'), 303)
    return c.html(await peoplePage(db, c, { refusal: `organisations.refusal.${refusal}` }), 409)
  }
  const form = checkForm(filled, InviteForm(localDate(c.var.now)))
  if (!form.ok) return c.html(await peoplePage(db, c, form), 422)
  const refusal = await invitePerson(db, act.by, organisation, form.value, tellingOf(c))
  if (!refusal) return c.redirect(here, 303)
  return c.html(await peoplePage(db, c, { filled, refusal: `organisations.refusal.${refusal}` }), 409)
}

async function membersPage(db: Db, c: C, answered: Answered = {}) {
  const organisation = await ownOrganisation(db, c)
  const members = inOrder(await membersOf(db, organisation.id), c.var.language)
  return <MembersPage visit={c.var} organisation={organisation} members={members} {...answered} />
}

async function endPage(db: Db, c: C, answered: Answered = {}) {
  const organisation = await ownOrganisation(db, c)
  return <EndPage visit={c.var} organisation={organisation} {...answered} />
}

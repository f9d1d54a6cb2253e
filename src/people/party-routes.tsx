import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { localDate } from '#platform/time.ts'
import { changeStanding, type Saying, StandingForm } from './change-standing.ts'
import { askedWith, takeAnswer, todayOf } from './joint-decisions/asked.ts'
import { decisionWithId } from './joint-decisions/joint-decisions.sql.ts'
import { NewPartyForm, proposeParty, takeInParty } from './joint-decisions/take-in-party.ts'
import { answersForParty, coordinator, memberOf } from './member.ts'
import { endSubstitute, nameSubstitute, SubstituteForm } from './name-substitute.ts'
import { PartiesPage } from './parties.page.tsx'
import { EndSubstitutePage } from './substitutes.page.tsx'
import type { LinkTo } from './sign-in.mail.ts'
import { partiesInOrder, standings } from './standings.sql.ts'
import { substitutesFrom, substituteWithId } from './substitutes.sql.ts'
import type { Db } from './tables.ts'
import { PartyQuestionPage, ProposePartyPage } from './take-in.page.tsx'

type C = Context<VisitEnv>

/** How the parties stand, who stands in for their coordinators, and who joins. */
export const partyRoutes = (db: Db, linkTo: LinkTo, lastAskedOn: Saying['lastAskedOn']) => {
  const everything = async (c: C) => ({
    visit: c.var,
    own: found(memberOf(c).party, 'party'),
    parties: await partiesInOrder(db),
    standings: await standings(db),
    substitutes: await substitutesFrom(db, localDate(c.var.now)),
  })
  const toParties = (c: C, done: string) => c.redirect(c.var.to(`/office/parties?done=${done}`), 303)
  return routes()
    .get('/office/parties', coordinator, async (c) =>
      c.html(<PartiesPage {...await everything(c)} done={c.req.query('done')} />),
    )
    .post('/office/parties', coordinator, async (c) => {
      const form = await readForm(c, StandingForm)
      if (!form.ok) return c.html(<PartiesPage {...await everything(c)} sent="standing" {...form} />, 422)
      const refusal = await changeStanding(db, memberOf(c), form.value, { now: c.var.now, lastAskedOn })
      if (!refusal) return toParties(c, 'said')
      const again = { filled: await readFields(c), refusal: `people.parties.refusal.${refusal}` }
      return c.html(<PartiesPage {...await everything(c)} sent="standing" {...again} />, 409)
    })
    .post('/office/parties/substitutes', coordinator, async (c) => {
      const form = await readForm(c, SubstituteForm)
      if (!form.ok) return c.html(<PartiesPage {...await everything(c)} sent="substitute" {...form} />, 422)
      const refusal = await nameSubstitute(db, memberOf(c), form.value, { now: c.var.now, linkTo })
      if (!refusal) return toParties(c, 'named')
      const again = { filled: await readFields(c), refusal: `people.substitutes.refusal.${refusal}` }
      return c.html(<PartiesPage {...await everything(c)} sent="substitute" {...again} />, 409)
    })
    .get('/office/parties/substitutes/:id/end', coordinator, async (c) => {
      const substitute = found(await substituteWithId(db, c.req.param('id')), 'substitute')
      return c.html(<EndSubstitutePage visit={c.var} substitute={substitute} />)
    })
    .post('/office/parties/substitutes/:id/end', coordinator, async (c) => {
      const substitute = found(await substituteWithId(db, c.req.param('id')), 'substitute')
      const refusal = await endSubstitute(db, memberOf(c), substitute.id, c.var.now)
      if (!refusal) return toParties(c, 'ended')
      const why = `people.substitutes.refusal.${refusal}`
      return c.html(<EndSubstitutePage visit={c.var} substitute={substitute} refusal={why} />, 409)
    })
    .route('/', takeInRoutes(db, linkTo))
}

/** Another party joins when each of those that are joined has said yes. */
const takeInRoutes = (db: Db, linkTo: LinkTo) => {
  const question = async (c: C) => {
    const decision = found(await decisionWithId(db, c.req.param('id') ?? ''), 'question')
    const ofAParty = decision.kind === 'take-in-party' ? decision : undefined
    return { visit: c.var, asked: await askedWith(db, found(ofAParty, 'question'), todayOf(c)) }
  }
  return routes()
    .get('/office/parties/new', coordinator, (c) => c.html(<ProposePartyPage visit={c.var} id={newId()} />))
    .post('/office/parties/new', coordinator, async (c) => {
      const form = await readForm(c, NewPartyForm)
      const page = { visit: c.var, id: newId() }
      if (!form.ok) return c.html(<ProposePartyPage {...page} {...form} />, 422)
      const refusal = await proposeParty(db, memberOf(c), form.value, { now: c.var.now, linkTo })
      if (!refusal) return c.redirect(c.var.to(`/office/parties/new/${form.value.id}`), 303)
      const again = { filled: await readFields(c), refusal: `people.joint.refusal.${refusal}` }
      return c.html(<ProposePartyPage {...page} {...again} />, 409)
    })
    .get('/office/parties/new/:id', answersForParty, async (c) =>
      c.html(<PartyQuestionPage {...await question(c)} />),
    )
    .post('/office/parties/new/:id', answersForParty, async (c) => {
      const { asked } = await question(c)
      const carry = takeInParty({ now: c.var.now, linkTo, by: memberOf(c).id })
      const answer = await takeAnswer(db, c, asked.decision.id, carry)
      const page = await question(c)
      if (answer.done === null)
        return c.html(<PartyQuestionPage {...page} {...answer.answered} />, answer.status)
      return c.redirect(c.var.to(`/office/parties/new/${asked.decision.id}`), 303)
    })
}

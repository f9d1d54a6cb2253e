import { localDate } from '#platform/time.ts'
import { downloadTable } from '#platform/download-table.ts'
import type { Context } from 'hono'
import { organisationsToChooseFrom } from '#network/index.ts'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { checkForm } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Db } from '../tables.ts'
import { askToJoin, confirmJoining, formToConfirm, JoinForm, type UrlOf } from './ask-to-join.ts'
import { DecideForm, decideSignatory, endSignatory, LeaveForm } from './decide-signatory.ts'
import { ConfirmJoinPage, JoinPage, JoinSentPage, OldJoinLinkPage } from './join.page.tsx'
import { publicSignatories, signatoriesIn, signatoryWithId } from './signatories.sql.ts'
import { OfficeSignatoriesPage, SignatoryPage } from './office-signatories.page.tsx'
import { SignatoriesPage } from './signatories.page.tsx'

type C = Context<VisitEnv>

/** Organisations that join the agreement: asked for by anybody, confirmed by mail, decided by the office. */
export const signatoryRoutes = (db: Db, url: UrlOf) =>
  routes()
    .get('/plan/agreement/signatories', anyone, async (c) =>
      c.html(<SignatoriesPage visit={c.var} all={await publicSignatories(db)} />),
    )
    .get('/agreement/join', anyone, async (c) => c.html(<JoinPage {...await joinProps(db, c)} />))
    .post('/agreement/join', anyone, async (c) => {
      const form = await readForm(c, JoinForm)
      if (!form.ok) return c.html(<JoinPage {...await joinProps(db, c)} {...form} />, 422)
      const refusal = await askToJoin(db, form.value, { from: c.var.from, now: c.var.now, url })
      if (!refusal) return c.redirect(c.var.to('/agreement/join/sent'), 303)
      const again = { filled: await readFields(c), refusal: 'agreement.join.too-many' }
      return c.html(<JoinPage {...await joinProps(db, c)} {...again} />, 429)
    })
    .get('/agreement/join/sent', anyone, (c) => c.html(<JoinSentPage visit={c.var} />))
    .get('/agreement/confirm/:token', anyone, async (c) => {
      const one = await formToConfirm(db, c.req.param('token'), c.var.now)
      return one
        ? c.html(<ConfirmJoinPage visit={c.var} one={one} />)
        : c.html(<OldJoinLinkPage visit={c.var} />, 404)
    })
    .post('/agreement/confirm/:token', anyone, async (c) => {
      const one = await formToConfirm(db, c.req.param('token'), c.var.now)
      if (!one) return c.html(<OldJoinLinkPage visit={c.var} />, 404)
      await confirmJoining(db, one.id, c.var.now)
      return c.redirect(c.var.to(`/agreement/confirm/${c.req.param('token')}`), 303)
    })
    .get('/office/agreement/signatories', coordinator, async (c) => {
      const all = await signatoriesIn(db, ['waiting', 'joined', 'turned-down', 'left'])
      return c.html(<OfficeSignatoriesPage visit={c.var} all={all} />)
    })
    .get('/office/agreement/signatories.csv', coordinator, async (c) => {
      const { t } = c.var
      const all = await signatoriesIn(db, ['waiting', 'joined', 'turned-down', 'left'])
      const header = ['name', 'state', 'came'].map((one) => t(`lists.out.${one}`))
      const rows = all.map(({ organisation_name, state, asked_at }) => [
        ...[organisation_name, t(`agreement.signatories.state.${state}`), localDate(asked_at)],
      ])
      return downloadTable(c, { name: t('lists.file-name.signatories'), header, rows })
    })
    .get('/office/agreement/signatories/:id', coordinator, async (c) => {
      const one = found(await signatoryWithId(db, c.req.param('id')), 'signatory')
      return c.html(<SignatoryPage visit={c.var} one={one} done={c.req.query('done') !== undefined} />)
    })
    .post('/office/agreement/signatories/:id', coordinator, (c) => decideNow(db, c, url))

const joinProps = async (db: Db, c: C) => ({
  visit: c.var,
  id: newId(),
  suggestions: (await organisationsToChooseFrom(db, c.var.language)).map(({ name }) => name),
})

async function decideNow(db: Db, c: C, url: UrlOf): Promise<Response> {
  const one = found(await signatoryWithId(db, c.req.param('id') ?? ''), 'signatory')
  const act = { by: memberOf(c), now: c.var.now, url }
  const filled = await readFields(c)
  const leaves = filled['what'] === 'leave'
  const form = leaves ? checkForm(filled, LeaveForm) : checkForm(filled, DecideForm)
  if (!form.ok) return c.html(<SignatoryPage visit={c.var} one={one} {...form} />, 422)
  const refusal =
    'answer' in form.value
      ? await decideSignatory(db, one.id, form.value, act)
      : await endSignatory(db, one.id, { reason: form.value.reason ?? '' }, act)
  if (!refusal) return c.redirect(c.var.to(`/office/agreement/signatories/${one.id}?done`), 303)
  const now = found(await signatoryWithId(db, one.id), 'signatory')
  const again = { filled, refusal: `agreement.signatory.refusal.${refusal}` }
  return c.html(<SignatoryPage visit={c.var} one={now} {...again} />, 409)
}

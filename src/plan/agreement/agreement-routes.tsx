import type { Context } from 'hono'
import {
  answersForParty,
  askedWith,
  coordinator,
  decisionsAbout,
  memberOf,
  takeAnswer,
  todayOf,
} from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { readFileSent } from '#platform/files.ts'
import { type Answered, checkForm } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { sendFile } from '#platform/send-file.ts'
import { allGoals } from '../goals/goals.sql.ts'
import type { Db } from '../tables.ts'
import { numberIn } from '../whole-number.ts'
import { addDecisionOf, attachOriginal, DecisionForm } from './add-papers.ts'
import { AgreementPage } from './agreement.page.tsx'
import { agreementInForce, principlesOf } from './agreement.sql.ts'
import { askAboutVersion, carryOutVersion, draftVersion, editVersion, versionForm } from './draft-version.ts'
import { EditVersionPage } from './edit-version.page.tsx'
import { publicParties } from './parties.ts'
import { publicSignatories } from './signatories.sql.ts'
import { OfficeAgreementPage, OfficeVersionPage } from './office-versions.page.tsx'
import { VersionPage, type WholeVersion } from './versions.page.tsx'
import { VersionDifferencePage } from './version-difference.page.tsx'
import {
  originals,
  originalsOfAll,
  versionDecisions,
  versionGoals,
  versions,
  versionWithNumber,
} from './versions.sql.ts'

type C = Context<VisitEnv>

const current = async (db: Db) => found(await agreementInForce(db), 'agreement')

async function wholeVersion(db: Db, c: C): Promise<WholeVersion> {
  const { id } = await current(db)
  const version = found(await versionWithNumber(db, id, numberIn(c.req.param('number') ?? '')), 'version')
  const [decisions, files, goals] = await Promise.all([
    versionDecisions(db, version.id),
    originals(db, version.id),
    versionGoals(db, version.id),
  ])
  return { version, decisions, originals: files, goals }
}

const isDecided = ({ in_force_on }: { in_force_on: string | null }): boolean => in_force_on !== null

/** Those that are or have been in force, the latest first. */
const decidedVersions = async (db: Db, agreementId: string) =>
  (await versions(db, agreementId)).filter(isDecided)

const inForce = (whole: WholeVersion): WholeVersion => {
  found(whole.version.in_force_on ?? undefined, 'version in force')
  return whole
}

/** The agreement as everybody may read it: now, and as it stood before. */
export const agreementRoutes = (db: Db, uploads: string) =>
  routes()
    .get('/plan/agreement', anyone, async (c) => {
      const agreement = await current(db)
      const all = await versions(db, agreement.id)
      const decided = all.filter(isDecided)
      const conduct = (decided[0] ?? all[0])?.conduct ?? []
      const page = {
        ...{ visit: c.var, agreement, conduct, versions: decided },
        principles: await principlesOf(db, agreement.id),
        parties: await publicParties(db, todayOf(c)),
        originals: await originalsOfAll(db, agreement.id),
        signatories: (await publicSignatories(db)).filter(({ left_on }) => left_on === null).length,
      }
      return c.html(<AgreementPage {...page} />)
    })
    .get('/plan/agreement/versions/:number', anyone, async (c) => {
      const whole = inForce(await wholeVersion(db, c))
      const decided = await decidedVersions(db, whole.version.agreement_id)
      const [isLatest, isFirst] = [decided[0], decided.at(-1)].map((one) => one?.id === whole.version.id)
      const page = { isLatest: isLatest === true, isFirst: isFirst === true }
      return c.html(<VersionPage visit={c.var} whole={whole} {...page} />)
    })
    .get('/plan/agreement/versions/:number/difference', anyone, async (c) => {
      const { version } = inForce(await wholeVersion(db, c))
      const earlier = (await decidedVersions(db, version.agreement_id)).filter(
        ({ number }) => number < version.number,
      )
      const asked = earlier.find(({ number }) => String(number) === c.req.query('from'))
      const before = found(asked ?? earlier[0], 'earlier version')
      return c.html(<VersionDifferencePage {...{ visit: c.var, before, after: version, earlier }} />)
    })
    .get('/plan/agreement/versions/:number/original/:id', anyone, async (c) => {
      const whole = inForce(await wholeVersion(db, c))
      const id = c.req.param('id')
      const file = whole.originals.find((one) => one.id === id)
      return sendFile(c, uploads, found(file, 'original'))
    })
    .route('/', officeRoutes(db))
    .route('/', paperRoutes(db, uploads))

async function officePage(db: Db, c: C, answered: Answered = {}) {
  const whole = await wholeVersion(db, c)
  const [latest] = await decisionsAbout(db, 'adopt-agreement', whole.version.id)
  const asked = latest ? await askedWith(db, latest, todayOf(c)) : null
  return <OfficeVersionPage visit={c.var} whole={whole} asked={asked} id={newId()} {...answered} />
}

const toVersion = (c: C) => c.redirect(c.var.to(`/office/agreement/versions/${c.req.param('number')}`), 303)

/** Where coordinators draft the next version, and every party answers. */
const officeRoutes = (db: Db) => {
  const editing = async (c: C) => {
    const { version, goals: steps } = await wholeVersion(db, c)
    return { visit: c.var, version, steps, goals: await allGoals(db) }
  }
  return routes()
    .get('/office/agreement', coordinator, async (c) =>
      c.html(<OfficeAgreementPage visit={c.var} all={await versions(db, (await current(db)).id)} />),
    )
    .post('/office/agreement', coordinator, async (c) => {
      const number = await draftVersion(db, memberOf(c), (await current(db)).id, c.var.now)
      return c.redirect(c.var.to(`/office/agreement/versions/${number}/edit`), 303)
    })
    .get('/office/agreement/versions/:number/edit', coordinator, async (c) => {
      const page = await editing(c)
      return page.version.in_force_on ? toVersion(c) : c.html(<EditVersionPage {...page} />)
    })
    .post('/office/agreement/versions/:number/edit', coordinator, async (c) => {
      const page = await editing(c)
      const clauses = [...page.version.principles, ...page.version.conduct]
      const form = await readForm(c, versionForm({ clauses, goals: page.goals }))
      if (!form.ok) return c.html(<EditVersionPage {...page} {...form} />, 422)
      const refusal = await editVersion(db, memberOf(c), page.version.id, form.value, c.var.now)
      if (!refusal) return toVersion(c)
      const again = { filled: await readFields(c), refusal: `agreement.refusal.${refusal}` }
      return c.html(<EditVersionPage {...await editing(c)} {...again} />, 409)
    })
    .get('/office/agreement/versions/:number', answersForParty, async (c) => c.html(await officePage(db, c)))
    .post('/office/agreement/versions/:number', answersForParty, async (c) => {
      const { version } = await wholeVersion(db, c)
      const fields = await readFields(c)
      const [latest] = await decisionsAbout(db, 'adopt-agreement', version.id)
      if (fields['decision'] !== undefined && latest) {
        const answer = await takeAnswer(db, c, latest.id, carryOutVersion(c.var.now))
        if (answer.done !== null) return toVersion(c)
        return c.html(await officePage(db, c, answer.answered), answer.status)
      }
      const seen = String(fields['seen'] ?? '')
      const refusal = await askAboutVersion(db, memberOf(c), version.id, seen, c.var.now)
      if (!refusal) return toVersion(c)
      return c.html(await officePage(db, c, { refusal: refusalInWords(refusal) }), 409)
    })
}

const ofVersions = new Set(['version-in-force', 'version-asked-about', 'changed-meanwhile'])
const refusalInWords = (refusal: string): string =>
  ofVersions.has(refusal) ? `agreement.refusal.${refusal}` : `people.joint.refusal.${refusal}`

/** Where a version was decided, and its signed original: added, also later, and never taken away. */
const paperRoutes = (db: Db, uploads: string) =>
  routes()
    .post('/office/agreement/versions/:number/decisions', coordinator, async (c) => {
      const { version } = await wholeVersion(db, c)
      const form = checkForm(await readFields(c), DecisionForm)
      if (!form.ok) return c.html(await officePage(db, c, form), 422)
      await addDecisionOf(db, memberOf(c), { versionId: version.id, form: form.value }, c.var.now)
      return toVersion(c)
    })
    .post('/office/agreement/versions/:number/originals', coordinator, async (c) => {
      const { version } = await wholeVersion(db, c)
      const sent = await readFileSent((await c.req.parseBody())['file'])
      const isPdf = sent?.ok && sent.file.contentType === 'application/pdf'
      if (!sent?.ok || !isPdf) {
        const mistake = sent && !sent.ok ? sent.mistake : 'agreement.original.missing'
        return c.html(await officePage(db, c, { filled: {}, mistakes: { file: mistake } }), 422)
      }
      await attachOriginal(db, memberOf(c), { versionId: version.id, file: sent.file, uploads }, c.var.now)
      return toVersion(c)
    })

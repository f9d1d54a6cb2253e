import * as z from 'zod'
import { askJointly, type JointDecision, type JointRefusal, openDecisionAbout } from '#people/index.ts'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Texts } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import { adoptNow, closeNow } from '../goals/ask-about-goal.ts'
import type { Db, Reads, Writes } from '../tables.ts'
import type { Clause } from './tables.ts'
import { refusalToAskAbout, refusalToEditVersion, type VersionRefusal } from './version.rules.ts'
import {
  addVersion,
  changeVersion,
  type GoalStep,
  putInForce,
  setVersionGoals,
  versionGoals,
  versions,
  versionWithId,
  type VersionWords,
} from './versions.sql.ts'

const titleMax = 150
const visionMax = 2000
const aboutMax = 30_000
const nameMax = 100
const sentenceMax = 500

const Own = z.object({
  title: texts(titleMax),
  vision: texts(visionMax),
  about: optionalTexts(aboutMax),
  changed: optionalTexts(visionMax),
  /** When the draft was last changed, as the form was opened. */
  seen: z.string().default(''),
})

/** What the fields of a principle or a promise of conduct are called. */
export const fieldsOf = (key: string) => ({ name: `name-${key}`, about: `about-${key}` }) as const
export const reasonField = (goalId: string): string => `close-${goalId}`

interface Form {
  clauses: readonly Pick<Clause, 'key'>[]
  goals: readonly { id: string; adopted_at: string | null; closed_at: string | null }[]
}

interface Sent extends Pick<VersionWords, 'title' | 'vision' | 'about' | 'changed'> {
  seen: string
  clauses: Clause[]
  steps: GoalStep[]
}

const ticked = z.preprocess(
  (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string().max(100)),
)

/** The version's own texts, two for each of its principles and promises, and what becomes of goals. */
export const versionForm = ({ clauses, goals }: Form) => {
  const fields = clauses
    .map(({ key }) => fieldsOf(key))
    .flatMap(({ name, about }) => [[name, texts(nameMax)] as const, [about, texts(sentenceMax)] as const])
  const reasons = goals.map(({ id }) => [reasonField(id), optionalTexts(visionMax)] as const)
  const shape = z.object({ adopt: ticked, ...Object.fromEntries([...fields, ...reasons]) })
  return z.intersection(Own, shape).transform((all): Sent => {
    const given = all as unknown as Record<string, Texts> & { adopt: string[] }
    const adopts = goals.flatMap(({ id, adopted_at }) =>
      adopted_at === null && given.adopt.includes(id)
        ? [{ goal_id: id, step: 'adopt', reason: {} } as const]
        : [],
    )
    const closes = goals.flatMap(({ id, adopted_at, closed_at }) => {
      const reason = given[reasonField(id)] ?? {}
      const isClosed = adopted_at !== null && closed_at === null && Object.keys(reason).length > 0
      return isClosed ? [{ goal_id: id, step: 'close', reason } as const] : []
    })
    return {
      ...{ title: all.title, vision: all.vision, about: all.about, changed: all.changed, seen: all.seen },
      clauses: clauses.map(({ key }) => {
        const { name, about } = fieldsOf(key)
        return { key, name: given[name] ?? {}, about: given[about] ?? {} }
      }),
      steps: [...adopts, ...closes],
    }
  })
}

/** Begins a new version with the words of the latest; where there is a draft already, that one. Its number. */
export function draftVersion(db: Db, by: Member, agreementId: string, now: Instant): Promise<number> {
  return decide(db, 'agreement', agreementId, async (tx): Promise<number> => {
    const [latest] = await versions(tx, agreementId)
    const words = found(latest, 'version')
    if (words.in_force_on === null) return words.number
    const id = newId()
    const number = words.number + 1
    await addVersion(tx, { id, agreementId, number, words: { ...words, changed: {} }, by: by.id, now })
    await record(tx, { what: 'agreement-drafted', by: by.id, about: id, at: now, detail: { number } })
    return number
  })
}

const isAskedAbout = async (tx: Reads, id: string): Promise<boolean> =>
  (await openDecisionAbout(tx, 'adopt-agreement', id)) !== undefined

/** Words a draft anew; null means it is done. */
export function editVersion(db: Db, by: Member, id: string, sent: Sent, now: Instant) {
  return decide(db, 'agreement_version', id, async (tx): Promise<VersionRefusal | null> => {
    const version = found(await versionWithId(tx, id), 'version')
    const refusal = refusalToAskAbout({ ...version, isAsked: await isAskedAbout(tx, id), seen: sent.seen })
    if (refusal) return refusal

    const { clauses, steps, seen: _seen, ...words } = sent
    const split = version.principles.length
    const all = { ...words, principles: clauses.slice(0, split), conduct: clauses.slice(split) }
    await changeVersion(tx, id, all, now)
    await setVersionGoals(tx, id, steps)
    await record(tx, { what: 'agreement-changed', by: by.id, about: id, at: now })
    return null
  })
}

/** Asks every party whether the version is the agreement from now on. Null means it is asked. */
export function askAboutVersion(db: Db, by: Member, id: string, seen: string, now: Instant) {
  return decide(db, 'agreement_version', id, async (tx): Promise<VersionRefusal | JointRefusal | null> => {
    const version = found(await versionWithId(tx, id), 'version')
    const isAsked = await isAskedAbout(tx, id)
    const resting = refusalToEditVersion({ ...version, isAsked })
    const refusal = resting ?? refusalToAskAbout({ ...version, isAsked, seen })
    if (refusal) return refusal

    const what = { number: version.number, title: version.title, changed: version.changed }
    const question = { id: newId(), kind: 'adopt-agreement', aboutId: id, what, reason: {} } as const
    return askJointly(tx, { by, now }, question, carryOutVersion(now))
  })
}

/** Every party has said yes: the version is in force, with the goals it adopts and closes. */
export const carryOutVersion =
  (now: Instant) =>
  async (tx: Writes, { about_id: id }: JointDecision): Promise<void> => {
    const { number } = found(await versionWithId(tx, id), 'version')
    await putInForce(tx, id, localDate(now))
    for (const { goal_id, step, reason } of await versionGoals(tx, id))
      await (step === 'adopt' ? adoptNow(tx, goal_id, now) : closeNow(tx, goal_id, reason, now))
    await record(tx, { what: 'agreement-in-force', by: null, about: id, at: now, detail: { number } })
  }

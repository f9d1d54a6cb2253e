import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import {
  agreementWithId,
  changeAgreement,
  changePrinciple,
  type Principle,
  principlesOf,
} from './agreement.sql.ts'
import { type ChangeRefusal, refusalToChange } from './opened.ts'
import type { Agreement, Db, Reads } from './tables.ts'

const titleMax = 150
const visionMax = 2000
const aboutMax = 30_000
const nameMax = 100
const sentenceMax = 500

const Own = z.object({
  title: texts(titleMax),
  vision: texts(visionMax),
  about: optionalTexts(aboutMax),
  /** The agreement as it stood when the form was opened. */
  seen: z.string().default(''),
})

/** What the fields of a principle are called. */
export const fieldsOf = ({ key }: Pick<Principle, 'key'>) =>
  ({ name: `name-${key}`, about: `about-${key}` }) as const

/** The agreement's own texts, and two for each of its principles. */
export const agreementForm = (principles: readonly Pick<Principle, 'key'>[]) => {
  const theirs = principles
    .map(fieldsOf)
    .flatMap(({ name, about }) => [[name, texts(nameMax)] as const, [about, texts(sentenceMax)] as const])
  return z.intersection(Own, z.object(Object.fromEntries(theirs))).transform((all): AgreementWords => ({
    ...{ title: all.title, vision: all.vision, about: all.about, seen: all.seen },
    principles: principles.map(({ key }) => {
      const fields = fieldsOf({ key })
      return { key, name: all[fields.name] ?? {}, about: all[fields.about] ?? {} }
    }),
  }))
}

interface AgreementWords {
  title: Texts
  vision: Texts
  about: Texts
  seen: string
  principles: readonly Principle[]
}

export interface WholeAgreement {
  agreement: Agreement
  principles: readonly Principle[]
}

export const wholeAgreement = async (db: Reads, id: string): Promise<WholeAgreement> => ({
  agreement: found(await agreementWithId(db, id), 'agreement'),
  principles: await principlesOf(db, id),
})

/** Words the agreement and its principles anew; the goals are none of it. Null means it is done. */
export function editAgreement(db: Db, by: Member, id: string, words: AgreementWords, now: Instant) {
  return decide(db, 'agreement', id, async (tx): Promise<ChangeRefusal | null> => {
    const { seen, principles, ...own } = words
    const refusal = refusalToChange(seen, await wholeAgreement(tx, id))
    if (refusal) return refusal

    await changeAgreement(tx, id, own)
    for (const principle of principles) await changePrinciple(tx, id, principle)
    await record(tx, { what: 'agreement-changed', by: by.id, about: id, at: now })
    return null
  })
}

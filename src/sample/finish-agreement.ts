import { answerJointly, openDecisionAbout } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { keepFile } from '#platform/files.ts'
import type { Member } from '#platform/http.ts'
import {
  addDecisionOf,
  addOriginal,
  agreementInForce,
  agreementVersions,
  askAboutVersion,
  carryOutVersion,
  changeVersion,
  draftVersion,
  versionWithNumber,
} from '#plan/index.ts'
import { drawSlides } from './draw-slides.ts'
import type { Staff } from './people-rows.ts'
import { addSignatories, addSubstitute, askAboutThirdParty } from './signatory-rows.ts'
import type { Db } from './tables.ts'
import type { Year } from './year.ts'

interface With {
  staff: Staff
  uploads: string
}

const changed = {
  sv: 'Vi har lagt till att organisationer utan eget organisationsnummer också kan ansluta sig. I övrigt är texten densamma.',
  en: 'We have added that organizations without an organization number of their own can join too. Otherwise the text is the same.',
  es: 'Hemos añadido que también pueden adherirse organizaciones sin número propio. Por lo demás, el texto es el mismo.',
}
const added = {
  sv: 'Föreningar, stiftelser och nätverk är välkomna att ansluta sig, också de som inte har något organisationsnummer.',
  en: 'Associations, foundations and networks are welcome to join, also those that have no organization number.',
  es: 'Asociaciones, fundaciones y redes pueden adherirse, también las que no tienen número de organización.',
}

/** A second version that both parties have said yes to, its papers, those who have joined, and a substitute. */
export async function finishAgreement(tx: Db, year: Year, { staff, uploads }: With): Promise<void> {
  const [city, civil] = staff.coordinators.map(memberWith)
  if (!city || !civil) throw new Error('the sample year needs a coordinator of each party')
  const { id } = found(await agreementInForce(tx), 'agreement')
  const [drafted, asked, agreed] = [-262, -255, -248].map((days) => year.moment(days, '10:20'))
  const number = await draftVersion(tx, city, id, drafted ?? year.now)
  const draft = found(await versionWithNumber(tx, id, number), 'version')
  const about = {
    sv: `${draft.about.sv}\n\n${added.sv}`,
    en: `${draft.about.en}\n\n${added.en}`,
    es: `${draft.about.es}\n\n${added.es}`,
  }
  await changeVersion(tx, draft.id, { ...draft, about, changed }, drafted ?? year.now)
  await askAboutVersion(tx, city, draft.id, drafted ?? year.now, asked ?? year.now)
  const question = found(await openDecisionAbout(tx, 'adopt-agreement', draft.id), 'question')
  const act = { by: civil, now: agreed ?? year.now }
  const form = { answer: 'yes', reason: {} } as const
  await answerJointly(tx, act, { id: question.id, form }, carryOutVersion(act.now))
  await addPapers(tx, year, { by: city, agreementId: id, uploads })
  await addSignatories(tx, year, city.id)
  await addSubstitute(tx, year, civil.id)
  await askAboutThirdParty(tx, year, civil.id)
}

const memberWith = (id: string): Member => ({ id, name: '', email: '', language: 'sv', party: null })

async function addPapers(tx: Db, year: Year, given: { by: Member; agreementId: string; uploads: string }) {
  const { by, agreementId, uploads } = given
  const bodies = [
    ['Kommunstyrelsen, Malmö', '§ 112', 'STK-2026-318'],
    ['Styrelsen, Malmö Ideella', '§ 8', null],
  ] as const
  const all = await agreementVersions(tx, agreementId)
  for (const { id: versionId, number, created_at, in_force_on } of all) {
    const lines = [
      '\xD6verenskommelsen Malm\xF6andan',
      `Version ${number}`,
      'P\xE5hittat original i exempel\xE5ret',
    ]
    const bytes = drawSlides([lines])
    const file = { name: `original-version-${number}.pdf`, contentType: 'application/pdf', bytes }
    const at = number === 1 ? created_at : year.moment(-240, '09:15')
    await addOriginal(tx, { versionId, fileId: await keepFile(tx, uploads, file, at), by: by.id, now: at })
    if (number === 1) continue
    for (const [body, paragraph, case_number] of bodies) {
      const form = { id: year.id(at), body, decided_on: found(in_force_on ?? undefined, 'day') }
      const whole = { ...form, paragraph, case_number, url: null }
      await addDecisionOf(tx, by, { versionId, form: whole }, at)
    }
  }
}

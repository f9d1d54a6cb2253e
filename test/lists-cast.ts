import type { AllTables } from '../src/tables.ts'
import type { Answer, Visitor, World } from './world.ts'

const mark = [0xff, 0xfe]

const decoder = new TextDecoder('windows-1252')
const western = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
/** What Windows writes for what it has no byte for: '?'. */
const unsaid = 0x3f

/** The ways in which spreadsheets save text. */
export const savings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`),
  'unicode text': (text) => Buffer.concat([Buffer.from(mark), Buffer.from(text, 'utf16le')]),
  'windows-1252': (text) => Uint8Array.from(text, (letter) => western.get(letter) ?? unsaid),
}

/** Sends a list in as somebody at the office does, and answers with the preview, or the form with what is wrong. */
export function sendList(
  office: Visitor,
  text: string | Uint8Array,
  kind: 'organisations' | 'contacts' = 'organisations',
): Promise<Answer> {
  const body = new FormData()
  body.append('kind', kind)
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  body.append('file', new File([new Uint8Array(bytes)], 'lista.csv', { type: 'text/csv' }))
  return office.sendFiles('/sv/office/lists', body)
}

/** All that a list may change, to see that nothing did. */
export async function directoryOf(world: World) {
  const db = world.database.as<AllTables>()
  const organisations = await db.selectFrom('organisation').selectAll().orderBy('id').execute()
  const invitations = await db.selectFrom('organisation_invitation').selectAll().orderBy('id').execute()
  const people = await db.selectFrom('person').selectAll().orderBy('id').execute()
  const mails = await db.selectFrom('mail').select('id').orderBy('id').execute()
  return { organisations, invitations, people, mails }
}

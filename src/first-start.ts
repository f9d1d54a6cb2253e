import { loadPages } from '#about/index.ts'
import { loadDirectory } from '#network/index.ts'
import { addParty, firstCoordinatorsToken, sampleRoles } from '#people/index.ts'
import { type Database, transact } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import { migrate } from '#platform/migrate.ts'
import type { DbOf } from '#platform/handle.ts'
import { keepWaitingMails } from '#platform/mail/index.ts'
import type { Settings } from '#platform/settings.ts'
import { type Clock, type Instant, localDate, plus } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { loadAgreement } from '#plan/index.ts'
import { loadSeries } from '#programme/index.ts'
import { fillSampleYear } from '#sample/index.ts'
import { followInSample } from '#thread/index.ts'
import type { AllTables } from './tables.ts'
import {
  addInstallation,
  installation,
  type InstallationKind,
  refuseTheOtherKind,
} from './installation.sql.ts'

interface Options {
  kind: InstallationKind
  settings: Pick<Settings, 'baseUrl' | 'dataDir'>
  clock: Clock
}

const parties = [
  { key: 'city', name: { sv: 'Malmö stad', en: 'the City of Malmö', es: 'la Ciudad de Malmö' } },
  { key: 'civil-society', name: { sv: 'civilsamhället', en: 'civil society', es: 'la sociedad civil' } },
]

/** Brings the database to where this program needs it, and says what the person who starts it should know. */
export async function prepare(database: Database, options: Options): Promise<string[]> {
  const { kind, settings, clock } = options
  await migrate(database)
  if (!(await installation(database.as()))) await loadContent(database, options)
  const found = await installation(database.as())
  if (found) refuseTheOtherKind(found.kind, kind)
  return kind === 'sample'
    ? sampleLines(database, settings.baseUrl)
    : startLines(database, settings.baseUrl, clock())
}

// The goals of the agreement have stood since it was adopted; a real installation reads them through first.
const agreementAdopted: Instant = '2017-05-24T10:00:00.000Z'

// Both parties signed it on the day that its content names.
const signedOn = '2017-06-14'

/** All of the starting content, and in the sample year all that happened, or nothing of it. */
export function loadContent(database: Database, { kind, settings, clock }: Options): Promise<void> {
  const now = clock()
  return transact(database.as<AllTables>(), async (tx) => {
    // Of several processes that start on the same empty database, one fills it, and the others wait for that here.
    if (!(await addInstallation(tx, kind, now))) return
    const begun = plus(now, { days: -3 * 365 })
    for (const [index, party] of parties.entries())
      await addParty(tx, { id: newId(), ...party, position: index + 1, joinedOn: signedOn, now })
    await loadPages(tx, now)
    await loadSeries(tx, now, kind === 'sample' ? yearBefore(now) : undefined)
    await loadDirectory(tx, kind === 'sample' ? begun : now)
    await loadAgreement(tx, { now, adopted: kind === 'sample' ? agreementAdopted : null })
    if (kind === 'sample') await inventYear(tx, now, settings)
  })
}

/** A year that has passed, and people who want to hear what comes of it. The sample year never mails anybody. */
async function inventYear(
  tx: DbOf<AllTables>,
  now: Instant,
  { baseUrl, dataDir }: Options['settings'],
): Promise<void> {
  await fillSampleYear(tx, { now, dataDir, baseUrl })
  await followInSample(tx, { now, url: (language, path) => `${baseUrl}/${language}${path}` })
  await keepWaitingMails(tx)
}

// The sample year has a year behind it, with promises of its own.
const yearBefore = (now: Instant): string => `${Number(localDate(now).slice(0, 4)) - 1}-01-01`

async function sampleLines(database: Database, baseUrl: string): Promise<string[]> {
  const t = wordsFor('en')
  const links = (await sampleRoles(database.as())).map(({ key, party }) => {
    const label = party
      ? t('people.sample.coordinator', { party: inLanguage(party, 'en') })
      : t('people.sample.organiser')
    return `  ${label}:\n    ${baseUrl}/sv/sign-in/sample/${key}`
  })
  return ['', `The sample year is on ${baseUrl}`, ...links, '', 'Remove it with: npm run remove-sample', '']
}

async function startLines(database: Database, baseUrl: string, now: Instant): Promise<string[]> {
  const token = await firstCoordinatorsToken(database.as(), now)
  if (!token) return [`The platform is on ${baseUrl}`]
  return [
    '',
    'Name the first coordinators here. The address works once:',
    `  ${baseUrl}/sv/start/${token}`,
    '',
  ]
}

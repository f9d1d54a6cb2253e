import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { languages } from '#platform/language.ts'
import { newId } from '#platform/ids.ts'
import { readCsv } from '#platform/read-csv.ts'
import { aMember } from '../../../test/cast.ts'
import { directoryOf, savings, sendList } from '../../../test/lists-cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import { organisationKinds } from '../directory.rules.ts'
import { addOrganisation } from '../organisations/organisations.sql.ts'
import { areas, kindsIn, spokenLanguages } from '../organisations/profile.rules.ts'
import type { Db } from '../tables.ts'

let world: World
let db: Db
let office: Visitor

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  office = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
})
after(() => world.close())

// Words as people write them, and signs that spreadsheets stumble over; all of them in Windows-1252 too.
const word = fc.constantFrom(
  'Åsa',
  'ñandú',
  '=1+1',
  "'sa hon",
  '"citat"',
  'a;b',
  'c,d',
  'e\tf',
  '-',
  '@x',
  '+46',
  'x',
)
const line = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' ').replaceAll('\t', ' '))
const textsOf = (text: fc.Arbitrary<string>) =>
  fc.record({ sv: text, en: text, es: text }, { requiredKeys: ['sv'] })
const lines = fc.array(line, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'))

const profile = fc.record({
  name: textsOf(line),
  about: fc.oneof(fc.constant({}), textsOf(lines)),
  for_whom: fc.oneof(fc.constant({}), textsOf(lines)),
  areas: fc.subarray([...areas]),
  languages: fc.subarray([...spokenLanguages]),
  place: fc.option(line),
  contact_is_shown: fc.constantFrom(0, 1),
  kind: fc.constantFrom(...organisationKinds),
})

type Profile = ReturnType<typeof profile.generate>['value']

async function plant(given: readonly Profile[]) {
  const at = world.clock.now
  for (const { name, kind, ...rest } of given) {
    const id = newId()
    const sector = (Object.keys(kindsIn) as (keyof typeof kindsIn)[]).find((one) =>
      kindsIn[one].includes(kind),
    )
    const unique = Object.fromEntries(
      Object.entries(name).map(([language, text]) => [language, `${text} ${id}`]),
    )
    await addOrganisation(db, {
      ...{ ...rest, id, slug: id, name: unique, sector: sector ?? 'civil-society', kind },
      ...{ website: null, contact_email: null, created_at: at, changed_at: at },
    })
  }
}

/** The same table as Excel's "Unicode text" writes it. */
const tabbed = (csv: string): string =>
  stringify(
    readCsv(csv).rows.map(({ cells }) => [...cells]),
    { delimiter: '\t', record_delimiter: 'windows', quoted_match: /\n/ },
  )

test('exporting the organisations and importing the file again changes nothing, however it was saved', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(profile, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...languages),
      fc.constantFrom(...Object.values(savings)),
      fc.boolean(),
      async (given, language, save, withTabs) => {
        await plant(given)
        const before_ = await directoryOf(world)
        const { html } = await office.open(`/${language}/office/lists/organisations.csv`)
        const again = await sendList(office, save(withTabs ? tabbed(html) : html.replace(/^\uFEFF/, '')))
        match(again.text, /Allt på listan står redan i nätverket/)
        match(again.text, new RegExp(`Redan så: ${before_.organisations.length}`))
        deepEqual(await directoryOf(world), before_)
      },
    ),
    { numRuns: 12, includeErrorInReport: true },
  )
})

test('an import that is taken back leaves the directory as it was', async () => {
  await plant(fc.sample(profile, { numRuns: 3, seed: 1 }))
  const { organisations } = await directoryOf(world)
  const slugs = organisations.map(({ slug }) => slug)
  const row = fc.record({
    ...{ name: textsOf(line), about: fc.option(textsOf(lines)), place: fc.option(line) },
    slug: fc.option(fc.constantFrom(...slugs)),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(row, { minLength: 1, maxLength: 6, selector: ({ slug }) => slug ?? newId() }),
      async (rows) => {
        const before_ = await directoryOf(world)
        const cell = (text: string | null | undefined): string => `"${(text ?? '').replaceAll('"', '""')}"`
        const written = rows.map(({ name, about, place, slug }, index) =>
          [
            slug,
            `${name.sv} ${index} ${newId()}`,
            about?.sv,
            place,
            'Nätverk',
            slug ? null : 'Civilsamhället',
          ]
            .map(cell)
            .join(';'),
        )
        const file = ['slug;Namn;Om;Plats;Typ;Sektor', ...written].join('\r\n')
        let page = await sendList(office, file)
        if (page.html.includes('rest-new')) page = await office.press(page, 'Spara, resten är nya')
        // A sector of which there are no networks: nothing to take back.
        if (!page.html.includes('value="import"')) return
        const done = await office.press(page, 'Läs in')
        ok((await directoryOf(world)).organisations.length >= before_.organisations.length)
        await office.press(done, 'Ta tillbaka')
        deepEqual(await directoryOf(world), before_)
      },
    ),
    { numRuns: 12, includeErrorInReport: true },
  )
  equal((await directoryOf(world)).organisations.length, organisations.length)
})

import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { PDF } from '@libpdf/core'
import { plus } from '#platform/time.ts'
import type { AllTables } from '../../tables.ts'
import { worksOf } from '../../schedule.ts'
import { aCourse, anApplication, aSession, standingIn } from '../../../test/course-cast.ts'
import { coordinatorOf, lastMailTo } from '../../../test/people-cast.ts'
import { baseUrl, firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import { certificatePdf } from './certificate-pdf.ts'
import type { CourseRow } from './courses.sql.ts'

let world: World
let bo: Visitor
let boId: string
let nobody: Visitor
before(async () => {
  world = await freshWorld()
  boId = await coordinatorOf(world.database, 'city', 'Bo')
  bo = await world.visitor(boId)
  nobody = await world.visitor()
})
after(() => world.close())

const office = (course: CourseRow, page: string): string =>
  `/sv/office/series/co-creating-change/courses/${course.id}/${page}`
const works = () => worksOf(world.database, { baseUrl, mailFrom: 'M <m@example.org>' })
const run = (kind: string) => works()[kind]?.({}, world.clock.now)

/** A course with two sessions, decided, whose only applicants have these names; all are offered a place. */
async function decidedCourse(names: readonly string[], given: Partial<CourseRow> = {}): Promise<CourseRow> {
  world.clock.now = firstNoon
  bo = await world.visitor(boId)
  const course = await aCourse(world.database, firstNoon, { sessions_min: 2, ...given })
  for (const [index, name] of names.entries())
    await anApplication(world.database, course, {
      ...{ name, email: `${name.toLowerCase()}${course.slug}@example.org` },
      capacity: index % 2 === 0 ? 'civil-society' : 'civil-servant',
    })
  await aSession(world.database, course, plus(firstNoon, { days: 30 }))
  await aSession(world.database, course, plus(firstNoon, { days: 51 }))
  world.clock.now = plus(course.closes_at, { hours: 12 })
  await bo.press(await bo.open(office(course, 'selection')), 'Besluta och skicka svar')
  return course
}

const ownPage = async (course: CourseRow, name: string) =>
  nobody.open((await lastMailTo(world, `${name.toLowerCase()}${course.slug}@example.org`)).link)

async function accept(course: CourseRow, ...names: string[]): Promise<void> {
  for (const name of names) await nobody.press(await ownPage(course, name), 'Ja, jag tar platsen')
}

const sessionIds = async (course: CourseRow) =>
  (
    await world.database
      .as<AllTables>()
      .selectFrom('course_session')
      .innerJoin('event', 'event.id', 'event_id')
      .select('event.id')
      .where('course_id', '=', course.id)
      .orderBy('starts_at')
      .execute()
  ).map(({ id }) => id)

test('an offer that nobody answers is reminded of by day, runs out by day, and goes to the next', async () => {
  const course = await decidedCourse(['A', 'B', 'C'], { places: 2 })
  const { offered_until: until } = await world.database
    .as<AllTables>()
    .selectFrom('course_application')
    .select('offered_until')
    .where('course_id', '=', course.id)
    .where('state', '=', 'offered')
    .executeTakeFirstOrThrow()
  await world.deliver()
  const standing = await standingIn(world.database, course)
  equal(standing['B'], 'offered', 'the only civil servant has a place')
  world.clock.now = plus(until ?? '', { hours: -27 })
  await run('remind-offered')
  await run('remind-offered')
  const reminded = (await world.mails()).filter(({ subject }) => subject.includes('Glöm inte att svara'))
  equal(reminded.length, 2)
  await run('end-course-offers')
  deepEqual(await standingIn(world.database, course), standing)
  await world.deliver()
  world.clock.now = until ?? ''
  await run('end-course-offers')
  const later = await standingIn(world.database, course)
  deepEqual(Object.values(later).sort(), ['expired', 'expired', 'offered'])
  match((await lastMailTo(world, `b${course.slug}@example.org`)).subject, /Platsen gick vidare/)
})

test('an offer whose mail our own server kept back has its whole time anew', async () => {
  const course = await decidedCourse(['A', 'B'], { places: 2 })
  world.clock.now = plus(world.clock.now, { days: 10 })
  await run('end-course-offers')
  deepEqual(await standingIn(world.database, course), { A: 'offered', B: 'offered' })
})

test('attendance is marked, and whoever came often enough gets a certificate that can be checked', async () => {
  const course = await decidedCourse(['Åsa', 'Bo'], { places: 2 })
  await accept(course, 'Åsa', 'Bo')
  const [first = '', second = ''] = await sessionIds(course)
  equal((await bo.send(office(course, 'group'), { session: first, present: [] })).status, 409)
  world.clock.now = plus(firstNoon, { days: 52 })
  bo = await world.visitor(boId)
  const page = await bo.open(office(course, 'group'))
  const ids = page.root.querySelectorAll('input[name=present]').map((one) => one.getAttribute('value') ?? '')
  await bo.send(office(course, 'group'), { session: first, present: ids })
  const asa = page.root
    .querySelectorAll('.ds-field')
    .find((field) => field.textContent.includes('Åsa'))
    ?.querySelector('input')
    ?.getAttribute('value')
  await bo.send(office(course, 'group'), { session: second, present: [asa ?? ''] })
  await run('certify')
  const own = await ownPage(course, 'Åsa')
  match(own.text, /Ditt intyg är klart/)
  match((await ownPage(course, 'Bo')).text, /För ett intyg behövs 2 träffar\. Du är antecknad på 1/)
  const pdf = await nobody.open(own.link('Öppna intyget'))
  deepEqual([pdf.status, pdf.headers.get('content-type')], [200, 'application/pdf'])
  const number = /numret (\S{19}),/.exec(own.text)?.[1] ?? ''
  const check = await nobody.open('/sv/certificates')
  const typed = number.toLowerCase().replaceAll('-', ' ')
  match((await nobody.press(check, 'Kontrollera', { number: typed })).text, /är vårt[^]*Åsa/)
  equal((await nobody.open('/sv/certificates/AAAA-BBBB-CCCC-DDDD')).status, 404)

  const joined = await nobody.press(own, 'Ja, visa mitt namn')
  match((await nobody.open(`/sv/courses/${course.slug}`)).text, /De som har gått utbildningen[^]*Åsa/)
  await nobody.press(joined, 'Ta bort mitt namn')
  ok(!(await nobody.open(`/sv/courses/${course.slug}`)).text.includes('Åsa'))
  await nobody.press(await nobody.open(own.path), 'Ja, visa mitt namn')
})

async function attend(course: CourseRow, name: string, event_id: string): Promise<void> {
  const db = world.database.as<AllTables>()
  const { id } = await db
    .selectFrom('course_application')
    .select('id')
    .where('course_id', '=', course.id)
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  const row = { event_id, application_id: id, course_id: course.id, by_person: boId, at: world.clock.now }
  await db.insertInto('course_attendance').values(row).execute()
}

test('who came too seldom, or has sessions to come, is kindly kept off the list', async () => {
  const course = await decidedCourse(['Eva', 'Per'], { places: 2 })
  await accept(course, 'Eva', 'Per')
  const own = await ownPage(course, 'Eva')
  ok(!own.text.includes('Ja, visa mitt namn'))
  const early = await nobody.send(own.path, { do: 'alumni-in' })
  equal(early.status, 409)
  match(early.text, /när sista träffen är över/)
  const [first = ''] = await sessionIds(course)
  await attend(course, 'Eva', first)
  world.clock.now = plus(firstNoon, { days: 52 })
  const few = await nobody.send(own.path, { do: 'alumni-in' })
  equal(few.status, 409)
  match(few.text, /Skriv till oss/)
  ok(!(await nobody.open(`/sv/courses/${course.slug}`)).text.includes('De som har gått utbildningen'))
})

test('names are wiped on the day that was shown; whoever is on the list stays until they leave it', async () => {
  const db = world.database.as<AllTables>()
  const course = await decidedCourse(['Ina', 'Ove', 'Uno'], { places: 2 })
  const standing = await standingIn(world.database, course)
  const [ina = '', ove = ''] = Object.keys(standing).filter((name) => standing[name] === 'offered')
  await accept(course, ina, ove)
  await world.deliver()
  const own = await ownPage(course, ina)
  for (const event_id of await sessionIds(course)) await attend(course, ina, event_id)
  world.clock.now = plus(firstNoon, { days: 52 })
  const listed = await nobody.press(await nobody.open(own.path), 'Ja, visa mitt namn')
  const rows = () =>
    db
      .selectFrom('course_application')
      .select(['name', 'motivation', 'email'])
      .where('course_id', '=', course.id)
      .orderBy('id')
      .execute()
  const forget = async (now: string) => {
    world.clock.now = now
    await run('forget-applicants')
    return (await rows()).map(({ name }) => name).sort()
  }
  deepEqual(await forget('2027-05-31T12:00:00.000Z'), ['Ina', 'Ove', 'Uno'])
  deepEqual(await forget('2027-06-01T12:00:00.000Z'), [ina, ove, '–'])
  ok((await rows()).every(({ motivation }) => motivation === null))
  deepEqual(await forget('2028-01-13T12:00:00.000Z'), [ina, '–', '–'])
  await nobody.press(await nobody.open(listed.path), 'Ta bort mitt namn')
  deepEqual(await forget('2028-01-14T12:00:00.000Z'), ['–', '–', '–'])
  const mails = await world.mails()
  ok(!mails.some(({ to_address }) => to_address.includes(course.slug)))
})

test('those who follow the series are told once, on the day that the call opens', async () => {
  world.clock.now = firstNoon
  const follow = await nobody.open('/sv/news/follow?series=co-creating-change')
  await nobody.press(follow, 'Mejla mig en länk', { email: 'follower@example.org' })
  const course = await aCourse(world.database, firstNoon, { opens_at: plus(firstNoon, { days: 1 }) })
  const ask = await lastMailTo(world, 'follower@example.org')
  await nobody.press(await nobody.open(ask.link), 'Ja, mejla mig')
  await run('open-calls')
  world.clock.now = plus(firstNoon, { days: 1 })
  for (let time = 0; time < 2; time += 1) {
    await run('open-calls')
    await run('tell-followers')
  }
  const told = (await world.mails()).filter(({ subject }) => subject.startsWith('Nu kan du ansöka'))
  equal(told.filter(({ text_body }) => text_body.includes(`/sv/courses/${course.slug}\n`)).length, 1)
})

test('the certificate is a tagged PDF in the person’s language, with letters of many languages', async () => {
  const session = (title: string, starts_at: string) => ({ title: { es: title }, starts_at })
  const bytes = await certificatePdf({
    ...{ name: 'Łucja Şahin Öberg', language: 'es', course: { title: { es: 'Cocrear el cambio 2027' } } },
    sessions: [session('Uno', '2027-12-15T08:00:00.000Z'), session('Dos', '2028-02-29T08:00:00.000Z')],
    ...{ attended: 2, number: 'ABCD-EFGH-JKMN-PQRS', madeAt: '2028-03-01T12:00:00.000Z' },
    parties: [{ es: 'la Ciudad de Malmö' }, { es: 'la sociedad civil' }],
    checkAt: 'https://malmo.example/es/certificates',
  })
  const pdf = await PDF.load(new Uint8Array(bytes))
  const text = pdf
    .extractText()
    .map((page) => page.text)
    .join('\n')
    .replaceAll(/[\0\s]+/g, ' ')
  match(text, /Certificado/)
  match(text.replaceAll(' ', ''), /ŁucjaŞahinÖberg/)
  match(text, /29 feb 2028/)
  match(text, /la Ciudad de Malmö y la sociedad civil/)
  match(text, /ABCD-EFGH-JKMN-PQRS/)
  equal(pdf.getLanguage(), 'es')
  match(bytes.toString('utf8'), /<dc:title>[^]*Certificado de Łucja Şahin Öberg/)
  equal(pdf.getPageCount(), 1)
  ok(bytes.includes('/StructTreeRoot'))
})

test('while a call is open, the pages of other courses lead to it', async () => {
  const old = await decidedCourse(['Ida', 'Ulf'], { places: 2 })
  const next = await aCourse(world.database, world.clock.now)
  const page = await nobody.open(`/sv/courses/${old.slug}`)
  match(page.text, /Just nu kan du ansöka till Omgången/)
  equal((await nobody.open(page.link('Till omgången som är öppen'))).path, `/sv/courses/${next.slug}`)
})

test('who follows this series is promised the next course, not the next event', async () => {
  match(
    (await nobody.open('/sv/news/follow?series=co-creating-change')).text,
    /När nästa omgång av utbildningen [^]*? utlyses/,
  )
})

import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { aCourse, anApplication, aSession, standingIn } from '../../../test/course-cast.ts'
import { anEvent } from '../../../test/cast.ts'
import { coordinatorOf, lastMailTo } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { CourseRow } from './courses.sql.ts'

let world: World
let bo: Visitor
let nobody: Visitor
before(async () => {
  world = await freshWorld()
  bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
  nobody = await world.visitor()
})
after(() => world.close())

const application = {
  ...{ name: 'Amina Yusuf', email: 'amina@example.org', capacity: 'civil-society' },
  ...{ organisation: 'Grannar i Rosengård', size: 'small', part: 'east', language: 'en' },
  motivation: 'To lead without the answer.\n\nSee https://elsewhere.example',
}
const office = (course: CourseRow, page: string): string =>
  `/sv/office/series/co-creating-change/courses/${course.id}/${page}`

test('somebody applies without an account, confirms, changes it, and withdraws', async () => {
  world.clock.now = firstNoon
  const course = await aCourse(world.database, firstNoon)
  const page = await nobody.open(`/sv/courses/${course.slug}`)
  const form = await nobody.open(page.link('Ansök'))
  const wrong = await nobody.press(form, 'Skicka ansökan', { ...application, motivation: ' ', email: 'x' })
  equal(wrong.status, 422)
  const arabic = await nobody.press(form, 'Skicka ansökan', { ...application, name: 'أمينة' })
  match(arabic.text, /latinska bokstäver/)
  match(wrong.text, /Skriv några rader/)
  equal(wrong.root.querySelector('[name=organisation]')?.getAttribute('value'), 'Grannar i Rosengård')
  const done = await nobody.press(form, 'Skicka ansökan', application)
  match(done.text, /Tryck på länken i mejlet/)
  const mail = await lastMailTo(world, 'amina@example.org')
  match(mail.subject, /Confirm your application/)
  const own = await nobody.open(mail.link)
  deepEqual(await standingIn(world.database, course), { 'Amina Yusuf': 'unconfirmed' })
  const confirmed = await nobody.press(own, 'Confirm application')
  match(confirmed.text, /Your application counts/)
  const changed = await nobody.press(confirmed, 'Save', { name: 'Amina Y' })
  equal(changed.root.querySelector('[name=name]')?.getAttribute('value'), 'Amina Y')
  match((await nobody.press(changed, 'Withdraw')).text, /You have withdrawn your application/)
  match((await lastMailTo(world, 'amina@example.org')).subject, /You are no longer taking part/)

  const again = await nobody.press(form, 'Skicka ansökan', application)
  equal(again.status, 200)
  deepEqual(await standingIn(world.database, course), { 'Amina Yusuf': 'unconfirmed' })
})

test('who has applied is told to nobody: the answer is the same, and the mail has a new link', async () => {
  const course = await aCourse(world.database, firstNoon)
  await anApplication(world.database, course, { name: 'Dora', email: 'dora@example.org' })
  const form = await nobody.open(`/sv/courses/${course.slug}/apply`)
  const known = await nobody.press(form, 'Skicka ansökan', { ...application, email: 'dora@example.org' })
  const stranger = await nobody.press(form, 'Skicka ansökan', { ...application, email: 'x@example.org' })
  equal(known.text, stranger.text)
  match((await lastMailTo(world, 'dora@example.org')).subject, /Du har redan ansökt/)
  equal((await standingIn(world.database, course))['Dora'], 'applied')
})

test('after the deadline nobody applies or changes anything, and is told of the next course instead', async () => {
  const course = await aCourse(world.database, firstNoon)
  const form = await nobody.open(`/sv/courses/${course.slug}/apply`)
  await nobody.press(form, 'Skicka ansökan', { ...application, email: 'late@example.org' })
  const { link } = await lastMailTo(world, 'late@example.org')
  const own = await nobody.press(await nobody.open(link), 'Confirm application')
  world.clock.now = course.closes_at
  const late = await nobody.press(form, 'Skicka ansökan', { ...application, email: 'too.late@example.org' })
  equal(late.status, 409)
  match(late.text, /Ansökan stängde .* Alla ska ha samma tid/)
  equal(late.link('Säg till när nästa omgång öppnar'), '/sv/news/follow?series=co-creating-change')
  equal((await nobody.press(own, 'Save')).status, 409)
  equal((await nobody.open(`/sv/courses/${course.slug}/apply`)).root.querySelector('form[method=post]'), null)
  world.clock.now = firstNoon
})

/** A course whose call is over, with two from each side and two more of civil society. */
async function closedCourse(given: Partial<CourseRow> = {}): Promise<CourseRow> {
  const course = await aCourse(world.database, firstNoon, given)
  for (const name of ['Cia', 'Cim', 'Civ', 'Cis'])
    await anApplication(world.database, course, {
      name,
      email: `${name.toLowerCase()}${course.slug}@example.org`,
    })
  for (const name of ['Stad', 'Stig'])
    await anApplication(world.database, course, {
      ...{ name, email: `${name.toLowerCase()}${course.slug}@example.org`, capacity: 'civil-servant' },
    })
  await aSession(world.database, course, plus(firstNoon, { days: 60 }))
  world.clock.now = plus(course.closes_at, { hours: 12 })
  return course
}

const mailTo = (course: CourseRow, name: string) =>
  lastMailTo(world, `${name.toLowerCase()}${course.slug}@example.org`)

test('the office sees why, changes by hand with a reason, and decides once; everybody is told', async () => {
  const course = await closedCourse()
  const page = await bo.open(office(course, 'selection'))
  match(page.text, /6 personer har sökt till 4 platser/)
  match(page.text, /Fick plats 1 av 2 för tjänstepersoner/)
  equal((await bo.press(page, 'Ändra', { who: 'x', kind: 'in', reason: ' ' })).status, 422)
  equal((await bo.press(page, 'Ändra', { who: 'x', kind: 'in', reason: 'Hjälper till' })).status, 409)
  const options = page.root.querySelectorAll('select[name=who] option')
  const idOf = (name: string) => options.find((one) => one.textContent === name)?.getAttribute('value') ?? ''
  const changed = await bo.press(page, 'Ändra', { who: idOf('Stig'), kind: 'out', reason: 'Leder kursen' })
  match(changed.text, /Bo tog bort Stig\. Skäl: Leder kursen/)
  match(changed.text, /För få från tjänstepersoner: 1 plats/)
  match(changed.text, /Med era ändringar/)
  equal(
    (await bo.press(page, 'Besluta och skicka svar')).status,
    409,
    'the group is another one than was seen',
  )

  const decided = await bo.press(changed, 'Besluta och skicka svar')
  match(decided.text, /4 av 4 platser/)
  const standing = await standingIn(world.database, course)
  equal(Object.values(standing).filter((state) => state === 'offered').length, 4)
  equal(standing['Stig'], 'not-chosen')
  match((await mailTo(course, 'Stig')).text_body, /säger inget om dig/)
  const [substitute = ''] = Object.entries(standing).find(([, state]) => state === 'substitute') ?? []
  match((await mailTo(course, substitute)).text_body, /nummer 1 på reservlistan för civilsamhället/)
  equal((await bo.press(changed, 'Besluta och skicka svar')).status, 409)
  equal((await bo.press(changed, 'Ändra', { who: idOf('Stig'), kind: 'in', reason: 'Ändå' })).status, 409)
  world.clock.now = firstNoon
})

test('one accepts, one declines, and the substitute is offered the place at once', async () => {
  const course = await closedCourse()
  await bo.press(await bo.open(office(course, 'selection')), 'Besluta och skicka svar')
  const standing = await standingIn(world.database, course)
  const named = (state: string) => Object.keys(standing).filter((name) => standing[name] === state)
  const civil = named('offered').filter((name) => name.startsWith('C'))
  const [yes = '', no = ''] = civil
  const accepted = await nobody.press(
    await nobody.open((await mailTo(course, yes)).link),
    'Ja, jag tar platsen',
  )
  match(accepted.text, /Du har en plats/)
  const declined = await nobody.press(await nobody.open((await mailTo(course, no)).link), 'Nej tack')
  match(declined.text, /Du har tackat nej/)
  const later = await standingIn(world.database, course)
  const moved = named('substitute').filter((name) => later[name] === 'offered')
  equal(moved.length, 1)
  match((await mailTo(course, moved[0] ?? '')).subject, /En plats blev ledig/)
  world.clock.now = firstNoon
})

test('the office writes a course down, publishes it, and ticks its sessions', async () => {
  const form = await bo.open('/sv/office/series/co-creating-change/courses/new')
  const fields = {
    ...{ 'title.sv': 'Medskapa förändring 2028', opens: '2028-02-01', closes: '2028-02-29' },
    ...{ places: '18', organisation_max: '2', sessions_min: '3', answer_days: '7' },
  }
  const wrong = await bo.press(form, 'Spara', { ...fields, closes: '2028-01-31', places: '1' })
  equal(wrong.status, 422)
  match(wrong.text, /Sista dagen måste vara samma dag[^]*tal mellan 2 och 200/, 'all mistakes at once')
  const course = await bo.press(form, 'Spara', fields)
  match(course.text, /Ett utkast som bara samordnarna ser/)
  equal((await nobody.open('/sv/courses/medskapa-forandring-2028')).status, 404)
  const series = await aCourse(world.database, firstNoon)
  const session = await anEvent(world.database, '2028-03-15T08:00:00.000Z', { series_id: series.series_id })
  equal((await nobody.open(`/sv/events/${session}/sign-up`)).root.querySelectorAll('[name=email]').length, 1)
  const ticked = await bo.press(await bo.open(course.path), 'Spara träffarna', { sessions: session })
  match(ticked.text, /Spara träffarna/)
  const closed = await nobody.open(`/sv/events/${session}/sign-up`)
  match(closed.text, /inbjud/, 'a session is for the group alone')
  match((await nobody.open(`/sv/events/${session}`)).text, /inbjud/)
  const published = await bo.press(course, 'Publicera')
  match(published.text, /från och med tisdag 1 februari 2028 till och med tisdag 29 februari 2028/)
  match((await nobody.open('/sv/courses/medskapa-forandring-2028')).text, /29 februari 2028/)
  const earlier = await bo.press(published, 'Spara', { closes: '2028-02-28' })
  equal(earlier.status, 409)
  match(earlier.text, /kan flyttas framåt men inte tillbaka/)
  match((await bo.press(published, 'Spara', { closes: '2028-03-01' })).text, /onsdag 1 mars 2028/)
  ok((await nobody.open('/sv/series/co-creating-change')).text.includes('Medskapa förändring 2028'))
})

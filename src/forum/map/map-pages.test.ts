import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ForumTables } from '#forum/index.ts'
import { openLog } from '#platform/log.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { anEvent } from '../../../test/cast.ts'
import { aDialogue, type Opened, twoGroups } from '../../../test/opinion-cast.ts'
import { planted } from '../../../test/opinion-map/planted.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import { drawDueMaps } from './draw-maps.ts'
import { showClosedMaps } from './show-map.ts'
import { sharesInWords } from './shares-in-words.ts'
import type { ShownMap } from './shown-map.ts'

let world: World
let eventId: string
let by: string
let office: Visitor
let reader: Visitor

before(async () => {
  world = await freshWorld()
  by = await coordinatorOf(world.database, 'city', 'Lo')
  eventId = await anEvent(world.database, plus(world.clock.now, { days: 9 }))
  office = await world.visitor(by)
  reader = await world.visitor()
})
after(() => world.close())

const open = (more: Partial<Parameters<typeof aDialogue>[1]> = {}): Promise<Opened> =>
  aDialogue(world.database, { eventId, by, now: world.clock.now, ...more })
const draw = (): Promise<number> =>
  drawDueMaps({ database: world.database, clock: () => world.clock.now, log: openLog('silent') })
const desk = ({ id }: Opened): string => `/sv/office/events/${eventId}/dialogue/${id}/map`

test('nobody sees anything before the map is shown, organizers included, and then everybody does at once', async () => {
  const dialogue = await open()
  await draw()
  for (const path of ['map', 'map.json']) {
    equal((await reader.open(`/sv/dialogue/${dialogue.slug}/${path}`)).status, 404)
    equal((await office.open(`/sv/dialogue/${dialogue.slug}/${path}`)).status, 404)
  }
  const before = await office.open(desk(dialogue))
  equal(before.status, 200)
  match(before.text, /Har röstat ?52/)
  ok(!/Grupp A|%|Påstående|export/.test(before.text), before.text)
  const files = ['votes.csv', 'comments.csv', 'participants-votes.csv', 'summary.csv']
  const exported = (file: string) =>
    office.open(`/sv/office/events/${eventId}/dialogue/${dialogue.id}/export/${file}`)
  for (const file of files) equal((await exported(file)).status, 404)

  equal((await office.send(desk(dialogue), {})).status, 422)
  equal((await office.send(desk(dialogue), { when: 'now' })).status, 200)
  const shown = await reader.open(`/sv/dialogue/${dialogue.slug}/map`)
  equal(shown.status, 200)
  match(shown.text, /två grupper/)
  for (const file of files) equal((await exported(file)).status, 200)
  equal((await exported('sectors.csv')).status, 404)
  equal((await office.send(desk(dialogue), { when: 'now' })).status, 409)
})

test('a map that is to be shown at the closing is shown then, by itself', async () => {
  const dialogue = await open()
  await draw()
  equal((await office.send(desk(dialogue), { when: 'at-closing' })).status, 200)
  await showClosedMaps(world.database.as(), world.clock.now)
  equal((await reader.open(`/sv/dialogue/${dialogue.slug}/map`)).status, 404)
  match((await office.open(desk(dialogue))).text, /visas för alla när omröstningen stänger/)
  await showClosedMaps(world.database.as(), plus(world.clock.now, { days: 5 }))
  equal((await reader.open(`/sv/dialogue/${dialogue.slug}/map`)).status, 200)
})

const shownNow = async (votes: ReturnType<typeof twoGroups>, more: object = {}): Promise<Opened> => {
  const dialogue = await open({ votes, ...more })
  await draw()
  await office.send(desk(dialogue), { when: 'now' })
  return dialogue
}

test('picture, table and words say the same', async () => {
  const { slug } = await shownNow(twoGroups(), { capacities: ['civil-society', 'civil-servant', 'elected'] })
  const { root } = await reader.open(`/en/dialogue/${slug}/map`)
  const textsOf = (selector: string): string[] =>
    root.querySelectorAll(selector).map((one) => one.textContent.replaceAll(/\s+/g, ' ').trim())
  const cards = textsOf('.group-card h2')
  deepEqual(cards, ['Group A, 30 people', 'Group B, 22 people'])
  deepEqual(textsOf('desc'), [cards.join('. ')])
  const rows = textsOf('table tbody tr').filter((row) => row.startsWith('Group'))
  match(rows.join(' | '), /^Group A ?30.*\| Group B ?22/)
  const marks = root.querySelectorAll('.opinions .people')
  deepEqual(
    marks.map((one) => (one.getAttribute('d') ?? '').split('z').length - 1),
    [30, 22],
  )
  const json = JSON.parse((await reader.open(`/en/dialogue/${slug}/map.json`)).html) as ShownMap
  deepEqual(
    json.groups.map(({ people }) => people),
    [30, 22],
  )
  // What a list says of a statement are the very numbers of the map.
  const [number] = textsOf('.statement-result .number')
  const statement = json.statements.find((one) => `Statement ${one.number}` === number)
  ok(statement)
  equal(textsOf('.statement-result .figures')[0], sharesInWords(wordsFor('en'), statement.all))
  // Nobody's vote can be read from what is told of a group or a sector.
  const parts = json.statements.flatMap(({ groups, sectors }) => [...groups, ...sectors])
  for (const shares of parts)
    if (shares?.told === 'exact') ok(![0, 100].includes(shares.agree) && ![0, 100].includes(shares.disagree))
  ok(parts.some((shares) => shares?.told === 'words'))
  const small = textsOf('.figures, table td').filter((text) => /(^|\D)(0|100)%/.test(text))
  deepEqual(small, [])
})

test('the shown map is linked from the dialogue, open or closed, and from the event', async () => {
  const { slug } = await shownNow(twoGroups())
  const linked = async (path: string) => {
    const { root } = await reader.open(path)
    return root.querySelectorAll('a').some((one) => one.getAttribute('href') === `/sv/dialogue/${slug}/map`)
  }
  ok(await linked(`/sv/dialogue/${slug}`))
  const event = await world.database
    .as<ForumTables & { event: { id: string; slug: string } }>()
    .selectFrom('event')
    .select('slug')
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  ok(await linked(`/sv/events/${event.slug}`))
  const unshown = await open()
  ok(!(await reader.open(`/sv/dialogue/${unshown.slug}`)).html.includes(`${unshown.slug}/map"`))
})

test('a statement in another language says in which it was written, in the language of the reader', async () => {
  const { slug } = await shownNow(twoGroups())
  match((await reader.open(`/es/dialogue/${slug}/map`)).text, /En sueco, sin traducir/)
  // Where somebody has translated it, nothing is to be said.
  ok(!/not translated/.test((await reader.open(`/en/dialogue/${slug}/map`)).text))
  match((await reader.open(`/es/dialogue/${slug}`)).text, /Escrito en sueco/)
})

test('whoever has voted sees where they stand, on a page that nobody keeps, and nobody else does', async () => {
  const { slug, voters } = await shownNow(twoGroups())
  const token = newToken()
  const db = world.database.as<ForumTables>()
  const voter = voters[0] ?? ''
  await db
    .updateTable('voter')
    .set({ token_hash: hashOf(token) })
    .where('id', '=', voter)
    .execute()
  const own = world.browser(`voter-${slug}=${token}`)
  const yours = await own.open(`/sv/dialogue/${slug}/your-place`)
  match(yours.text, /Du är i grupp A\. Bara du ser det/)
  equal(yours.root.querySelectorAll('.opinions .you').length, 1)
  match(yours.headers.get('cache-control') ?? '', /no-store/)
  const other = await reader.open(`/sv/dialogue/${slug}/your-place`)
  match(other.text, /Ingen har röstat i den här/)
  equal((await own.open(`/sv/dialogue/${slug}/map`)).root.querySelectorAll('.opinions .you').length, 0)
})

test('neither the page nor the JSON nor the files hold anything by which somebody could be known', async () => {
  const { id, slug, voters } = await shownNow(twoGroups())
  const page = await reader.open(`/sv/dialogue/${slug}/map`)
  const json = await reader.open(`/sv/dialogue/${slug}/map.json`)
  const votes = await office.open(`/sv/office/events/${eventId}/dialogue/${id}/export/votes.csv`)
  for (const voter of voters)
    for (const { html } of [page, json, votes]) ok(!html.includes(voter), 'a voter can be found')
  match(votes.html, /^timestamp,datetime,comment-id,voter-id,vote\n\d+00000,/)
  ok(
    votes.html
      .split('\n')
      .slice(1, -1)
      .every((row) => row.includes('00:00:00 GMT')),
    'moments are days',
  )
})

test('a field without groups, and a dialogue with too few votes, are told as such in every language', async () => {
  const field = await shownNow(planted({ groups: [60], statements: 24, loyalty: 0.25, common: 24 }))
  const few = await shownNow({ ...twoGroups(), votes: twoGroups().votes.slice(0, 8) })
  for (const [language, none, early] of [
    ['sv', /inga skilda grupper/, /för få röstat/],
    ['en', /no separate groups/, /too few people/],
    ['es', /No hay grupos separados/, /muy pocas personas/],
  ] as const) {
    match((await reader.open(`/${language}/dialogue/${field.slug}/map`)).text, none)
    const page = await reader.open(`/${language}/dialogue/${few.slug}/map`)
    match(page.text, early)
    equal(page.root.querySelector('svg.opinions'), null)
  }
})

test('the database itself shows no map before it is opened, and takes none back', async () => {
  const { id } = await open()
  await draw()
  const db = world.database.as<ForumTables>()
  const show = () =>
    db
      .updateTable('dialogue_map')
      .set({ shown: '{}', shown_of: world.clock.now })
      .where('dialogue_id', '=', id)
      .execute()
  await refused(show, /nobody sees the map before it is opened/)
  const at = (shown_at: string | null) => () =>
    db.updateTable('dialogue').set({ shown_at }).where('id', '=', id).execute()
  await at(world.clock.now)()
  await show()
  await refused(at(null), /not taken back/)
  await refused(at(plus(world.clock.now, { days: 1 })), /not taken back/)
  const draft = await open({ votes: { ...twoGroups(), votes: [] }, dialogue: { opened_at: null } })
  const opening = { dialogue_id: draft.id, decided_by: by, decided_at: world.clock.now, at_closing: 1 }
  await refused(() => db.insertInto('map_opening').values(opening).execute(), /not open yet/)
})

async function refused(work: () => Promise<unknown>, why: RegExp): Promise<void> {
  const error = await work().then(
    () => null,
    (error: unknown) => error,
  )
  match(String(error), why)
}

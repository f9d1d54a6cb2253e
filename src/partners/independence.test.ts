import { deepEqual, equal, ok } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { projectRoot } from '#platform/root.ts'
import { aMember } from '../../test/cast.ts'
import { aPledge, given, partnersOffice, pledgeLink } from '../../test/partners-cast.ts'
import { freshWorld, type World } from '../../test/world.ts'

let world: World

before(async () => {
  world = await freshWorld()
})
after(() => world.close())

// Where goals, plans and answers are decided about, and the office's work with them.
const deciding = [
  ...['/office/goals', '/office/commitments/new', '/office/revisions', '/office/agreement', '/office/ideas'],
  ...['/office/pledges', '/office/plans', '/office/years', '/office/duties'],
]

test('whoever gave comes no further than anybody else: the link opens its page, and nothing else', async () => {
  const office = await partnersOffice(world)
  await given(office, await aPledge(world, { email: 'rich@example.org', amount: '9', unit: 'times' }))
  const giver = await world.visitor()
  equal((await giver.open(await pledgeLink(world, 'rich@example.org'))).status, 200)
  const stranger = await world.visitor()
  for (const path of deciding) {
    const [theirs, anybodys] = [await giver.open(`/sv${path}`), await stranger.open(`/sv${path}`)]
    deepEqual([theirs.status, theirs.path], [anybodys.status, anybodys.path], path)
    ok(theirs.path.includes('/sign-in'), path)
  }
})

test('a member who gave may do what members may, and no more', async () => {
  const { id } = await aMember(world.database, 'Amina')
  const member = await world.visitor(id)
  const before = await Promise.all(deciding.map(async (path) => (await member.open(`/sv${path}`)).status))
  const page = await member.open('/sv/partners/pledge')
  const fields = { kind: 'funding', giver: 'person', giver_name: 'Amina', what: 'Pengar', publish: 'named' }
  world.clock.now = new Date(Date.parse(world.clock.now) + 20_000).toISOString()
  equal((await member.press(page, 'Skicka erbjudandet', { ...fields, language: 'sv' })).status, 200)
  const after_ = await Promise.all(deciding.map(async (path) => (await member.open(`/sv${path}`)).status))
  deepEqual(after_, before)
  ok(after_.every((status) => status === 404))
})

test('nothing that decides about goals, plans, answers or themes reads a pledge', () => {
  const own = ['partners', 'office', 'sample']
  const slices = readdirSync(join(projectRoot, 'src'), { withFileTypes: true })
    .filter((one) => one.isDirectory() && !own.includes(one.name))
    .map(({ name }) => name)
  const readers = slices.flatMap((slice) =>
    readdirSync(join(projectRoot, 'src', slice), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.sql.ts') || name.endsWith('.rules.ts'))
      .filter((name) =>
        /['"](pledge|pledge_step|partner_need)\b/.test(
          readFileSync(join(projectRoot, 'src', slice, name), 'utf8'),
        ),
      )
      .map((name) => `${slice}/${name}`),
  )
  deepEqual(readers, [])
})

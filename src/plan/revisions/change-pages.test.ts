import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { wordsFor } from '#platform/words.ts'
import { factsOf } from '../../../test/walk/facts.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'

const [sv, en, es] = [wordsFor('sv'), wordsFor('en'), wordsFor('es')]

let world: World
let city: Visitor
let civil: Visitor
let nobody: Visitor
let number: number

before(async () => {
  world = await freshWorld({ sample: true })
  const facts = await factsOf(world)
  city = await world.visitor(facts.city)
  civil = await world.visitor(facts.civilSociety)
  nobody = await world.visitor()
  const db = world.database.as() as unknown as Db
  const row = await db
    .selectFrom('commitment')
    .innerJoin('plan', 'plan.id', 'commitment.plan_id')
    .select('commitment.number')
    .where('plan.ends_on', '>=', world.clock.now.slice(0, 10))
    .where('plan.adopted_on', 'is not', null)
    .orderBy('commitment.number', 'desc')
    .executeTakeFirstOrThrow()
  number = row.number
})
after(() => world.close())

const at = (page: { path: string }): number => Number(/revisions\/(\d+)/.exec(page.path)?.[1])

test('a change is proposed on the commitment’s page, and everybody reads it as a difference once both said yes', async () => {
  const page = await city.open(`/sv/plan/commitments/${number}`)
  const form = await city.open(page.link(sv('revisions.commitment-form.link-change')))
  const wrong = await city.press(form, sv('revisions.propose.button'), { 'title.sv': 'Nya ord' })
  equal(wrong.status, 422)
  match(wrong.html, /Nya ord/)
  const words = { 'title.sv': 'Nya ord', 'reason.sv': 'Det blev för stort.' }
  const proposed = await city.press(form, sv('revisions.propose.button'), words)
  equal(proposed.status, 200, proposed.text.slice(0, 300))
  match(proposed.html, /<ins>/)
  const open = await nobody.open(`/sv/plan/commitments/${number}`)
  match(open.text, new RegExp(sv('revisions.history.proposed')))
  const desk = await civil.open('/es/office')
  ok(desk.html.includes(`/office/revisions/${at(proposed)}/answer`), 'it stands on the other party’s desk')
  const ask = await civil.open(`/es/office/revisions/${at(proposed)}/answer`)
  await civil.press(ask, es('revisions.answer.send'), { answer: 'yes' })
  const now = await nobody.open(`/en/plan/commitments/${number}`)
  match(now.text, new RegExp(en('revisions.history.by', { number: at(proposed) })))
  match(now.html, /<del>/)
})

test('the text of the plan is read in paragraphs, headings and lists, and its marks are not', async () => {
  const slug = /\/office\/plans\/([\w-]+)/.exec((await city.open('/sv/office/plans')).html)?.[1]
  const form = await city.open(`/sv/office/plans/${slug}`)
  const words = { 'about.sv': '## Varför\n\nVi **vill** mer.\n\n- Ett\n- Två', 'about.es': '' }
  const proposed = await city.press(form, sv('revisions.propose.button'), { ...words, 'reason.sv': 'Kort.' })
  equal(proposed.status, 200, proposed.text.slice(0, 300))
  const { html } = await civil.open(`/sv/office/revisions/${at(proposed)}/answer`)
  match(html, /<h3><ins>.*Varför<\/ins><\/h3><p><ins>.*Vi vill mer\.<\/ins><\/p><ul><li>/)
  ok(!/##|\*\*/.test(html))
  match(html, /<del class="whole stack">/, 'a language that goes is read as the text it was')
})

test('a draft takes more changes, and is worded anew before it is proposed', async () => {
  const form = await city.open(`/sv/office/commitments/${number}/remove`)
  const draft = await city.press(form, sv('revisions.propose.draft'), { 'reason.sv': 'Gjort av andra.' })
  equal(draft.status, 200)
  const add = await city.open(draft.link(sv('revisions.add.link')))
  const other = add.root.querySelector('select option')?.getAttribute('value') ?? ''
  const owners = await city.press(add, sv('revisions.add.go'), { commitment: other, way: 'owners' })
  equal(owners.status, 200)
  const path = `${owners.path}?into=${at(draft)}`
  equal((await civil.open(path)).status, 404, 'nobody else puts anything into it')
  const page = await city.open(`/sv/office/revisions/${at(draft)}`)
  const proposed = await city.press(page, sv('revisions.propose.button'))
  equal(proposed.status, 200, proposed.text.slice(0, 400))
  const ask = await civil.open(`/es/office/revisions/${at(draft)}/answer`)
  await civil.press(ask, es('revisions.answer.send'), { answer: 'yes' })
  const gone = await nobody.open(`/sv/plan/commitments/${number}`)
  match(gone.text, new RegExp(sv('revisions.history.out-says')))
  ok(!(await nobody.open('/sv/plan')).html.includes(`/sv/plan/commitments/${number}"`), 'it is in no list')
  equal(
    (await city.open(`/sv/office/commitments/${number}/change`)).root.querySelectorAll('main form').length,
    0,
  )
})

test('the plan of any day; and only those asked for', async () => {
  const day = await nobody.open('/es/plan/on?day=2026-11-20')
  equal(day.status, 200)
  match(day.path, /2026-11-20/)
  ok(day.root.querySelectorAll('.lined-list li').length > 0, day.text.slice(0, 300))
  equal((await nobody.open('/es/plan/on/2025-02-31')).status, 404)
  const some = await nobody.open('/sv/plan?state=done')
  equal(some.status, 200)
  const all = await nobody.open('/sv/plan?state=nonsense&year=x')
  ok(
    all.root.querySelectorAll('.commitments li').length >=
      some.root.querySelectorAll('.commitments li').length,
  )
})

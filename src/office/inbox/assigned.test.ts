import { equal, match } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { anIdea } from '../../../test/ideas-cast.ts'
import { aQuestionAsked, itemWith } from '../../../test/inbox-cast.ts'
import { aPledge } from '../../../test/partners-cast.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { AllTables } from '../../tables.ts'

let world: World
let bo: Visitor
const people = { bo: '', karin: '' }

before(async () => {
  world = await freshWorld()
  people.bo = await coordinatorOf(world.database, 'city', 'Bo')
  people.karin = await coordinatorOf(world.database, 'civil-society', 'Karin')
  bo = await world.visitor(people.bo)
  const db = world.database.as<AllTables>()
  await db.updateTable('person').set({ language: 'es' }).where('id', '=', people.karin).execute()
})
after(() => world.close())

async function give(words: readonly string[], to: string): Promise<number> {
  const page = await bo.open('/sv/office/inbox')
  const item = words.map((one) => itemWith(page, one))
  return (await bo.send('/sv/office/inbox', { do: 'assign', item, to })).status
}

const toldOf = async (words: string): Promise<{ text_body: string; subject: string; to_address: string }[]> =>
  (await world.mails()).filter(
    ({ text_body, to_address }) => text_body.includes(words) && !to_address.endsWith('@example.net'),
  )

test('whoever is given a question is told once, in their language; whoever takes one themselves is not', async () => {
  await aQuestionAsked(world, { words: 'Vem svarar mig?', email: 'asker@example.net' })
  equal(await give(['Vem svarar mig?'], people.karin), 200)
  const [told, ...more] = await toldOf('Vem svarar mig?')
  equal(more.length, 0)
  match(told?.subject ?? '', /Una pregunta por contestar/)
  match(told?.text_body ?? '', /Bo te ha pasado[\s\S]*\/es\/office\/inbox\/questions\/1/)
  await give(['Vem svarar mig?'], people.karin)
  equal((await toldOf('Vem svarar mig?')).length, 1, 'she had it already')
  await give(['Vem svarar mig?'], people.bo)
  equal((await toldOf('Vem svarar mig?')).length, 1, 'he took it himself')
})

test('on the page of a question it is the same, and several with one press are one mail', async () => {
  const number = await aQuestionAsked(world, { words: 'En ensam fråga?', email: 'one@example.net' })
  await bo.send(`/sv/office/inbox/questions/${number}`, { do: 'assign', to: people.karin, seen: '' })
  equal((await toldOf('En ensam fråga?')).length, 1)
  const words = ['Fråga ett av två', 'Fråga två av två']
  for (const [place, one] of words.entries())
    await aQuestionAsked(world, { words: one, email: `two${place}@example.net` })
  await give(words, people.karin)
  const [told, ...more] = await toldOf('Fråga ett av två')
  equal(more.length, 0)
  match(told?.subject ?? '', /2 preguntas por contestar/)
  match(told?.text_body ?? '', /Fråga två av två/)
})

test('a prepared answer is where ideas and pledges are answered too, in the language of whoever gets it', async () => {
  const id = '0197f000-0000-7000-8000-000000000019'
  const text = {
    id,
    seen: '0',
    'name.sv': 'Tack',
    'words.sv': 'Tack ska du ha.',
    'words.es': 'Muchas gracias.',
  }
  equal((await bo.send('/sv/office/inbox/texts/new', text)).status, 200)
  const pledge = await aPledge(world, { email: 'pledge@example.net' })
  match((await bo.open(`/sv/office/pledges/${pledge}?text=${id}`)).html, />Tack ska du ha\.<\/textarea>/)
  const idea = await anIdea(world, { what: 'Fler bänkar', email: 'idea@example.net' })
  await bo.send(`/sv/office/ideas/${idea}`, { do: 'show' })
  const page = (await bo.open(`/sv/office/ideas/${idea}?text=${id}`)).html
  match(page, />Muchas gracias\.<\/textarea>/)
  match(page, />Tack ska du ha\.<\/textarea>/)
  match((await bo.open(`/sv/office/ideas/${idea}?text=not-now`)).html, /value="declined" checked/)
})

import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Address, everyAddress } from '../addresses.ts'
import { type Answer, freshWorld, type Visitor, type World } from '../world.ts'
import { type Facts, factsOf } from './facts.ts'
import { stateOf } from './state.ts'
import { type Entrance, whoMayEnter } from './who-may-enter.ts'

const people = ['nobody', 'organiser', 'otherOrganiser', 'city', 'civilSociety'] as const
type Person = (typeof people)[number]

const mayEnter: Record<Entrance, readonly Person[]> = {
  everybody: people,
  link: people,
  signedIn: ['organiser', 'otherOrganiser', 'city', 'civilSociety'],
  organiser: ['organiser', 'city', 'civilSociety'],
  coordinator: ['city', 'civilSociety'],
  organisation: ['organiser'],
  city: ['city'],
  citysSeat: ['city'],
}

let world: World
let facts: Facts
let addresses: Address[]
let visitors: Record<Person, Visitor>

before(async () => {
  addresses = await everyAddress()
  world = await freshWorld({ sample: true })
  facts = await factsOf(world)
  visitors = {
    nobody: await world.visitor(),
    organiser: await world.visitor(facts.organiser.id),
    otherOrganiser: await world.visitor(facts.otherOrganiser.id),
    city: await world.visitor(facts.city),
    civilSociety: await world.visitor(facts.civilSociety),
  }
})
after(() => world.close())

const keyOf = ({ method, pattern }: Address): string => `${method} ${pattern}`
const entranceOf = (address: Address): Entrance => whoMayEnter.get(keyOf(address)) ?? 'coordinator'
const all = (method: 'GET' | 'POST'): Address[] => addresses.filter((address) => address.method === method)

test('the walk knows who may enter at every address, and of no address that is gone', () => {
  deepEqual([...whoMayEnter.keys()].sort(), addresses.map(keyOf).sort())
})

/** Whether the visitor was let in, told that there is nothing, or shown the way to the door. */
function outcomeOf({ status, path }: Answer): string {
  if (path.startsWith('/sv/sign-in?next=')) return 'shown to the door'
  return status === 404 ? 'not found' : status < 400 ? 'let in' : String(status)
}

test('every page lets in those whom it is for, and nobody else; opening pages changes nothing', async () => {
  const stood = await stateOf(world)
  const wrong: string[] = []
  for (const address of all('GET')) {
    const path = facts.addressOf(address.pattern)
    for (const person of people) {
      const answer = await visitors[person].open(path)
      const isIn = mayEnter[entranceOf(address)].includes(person)
      const isTold = entranceOf(address) === 'citysSeat' && person === 'civilSociety'
      const refused = person === 'nobody' ? 'shown to the door' : isTold ? '409' : 'not found'
      const expected = path.startsWith('/assets/') ? 'not found' : isIn ? 'let in' : refused
      if (outcomeOf(answer) !== expected)
        wrong.push(`${person} at ${path}: ${outcomeOf(answer)}, not ${expected}`)
      if (person === 'nobody' && answer.headers.has('set-cookie')) wrong.push(`${path} sets a cookie`)
    }
  }
  deepEqual(wrong, [])
  deepEqual(await stateOf(world), stood)
})

test('every page is there in each language, for everybody and for the office', async () => {
  const wrong: string[] = []
  for (const address of all('GET')) {
    const path = facts.addressOf(address.pattern)
    if (!path.startsWith('/sv')) continue
    for (const language of ['en', 'es']) {
      const visitor = entranceOf(address) === 'organisation' ? visitors.organiser : visitors.city
      const { status, root } = await visitor.open(path.replace('/sv', `/${language}`))
      const lang = root.querySelector('html')?.getAttribute('lang') ?? language
      if (status !== 200 || lang !== language) wrong.push(`${path}: ${status} in ${lang}`)
    }
  }
  deepEqual(wrong, [])
})

test('no form is taken from those whom it is not for, and nothing of it is kept', async () => {
  const stood = await stateOf(world)
  const wrong: string[] = []
  for (const address of all('POST')) {
    for (const person of people) {
      if (mayEnter[entranceOf(address)].includes(person)) continue
      const path = facts.addressOf(address.pattern)
      const { status } = await visitors[person].send(path, {})
      if (status !== 404) wrong.push(`${person} at ${path}: ${status}`)
    }
  }
  deepEqual(wrong, [])
  deepEqual(await stateOf(world), stood)
})

test('no form is taken that another site sent in somebody’s name', async () => {
  const stood = await stateOf(world)
  const wrong: string[] = []
  const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
  for (const { pattern } of all('POST')) {
    const path = facts.addressOf(pattern)
    const { status, root } = await visitors.city.send(path, {}, elsewhere)
    if (status !== 403 || !root.querySelector('h1')) wrong.push(`${path}: ${status}`)
  }
  deepEqual(wrong, [])
  deepEqual(await stateOf(world), stood)
})

// Nothing of the kind, numbers that are none, ids of nobody, signs that no database takes, and far too much.
const nonsense = [
  'nonsense',
  '0',
  '-1',
  '1e9',
  '99999999999999999999',
  '%00',
  '%E0%A4%A',
  '..%2f..',
  'å'.repeat(3000),
]
const nobodys = '01900000-0000-7000-8000-000000000000'

test('an address that names nothing is not found, and never breaks anything', async () => {
  const wrong: string[] = []
  for (const { pattern } of all('GET').filter((address) => address.pattern.includes(':'))) {
    for (const part of [...nonsense, nobodys]) {
      const path = `/sv${pattern.replaceAll(/:\w+(\{[^}]*\})?/g, part)}`
      const { status } = await visitors.city.open(path)
      const isClosedDoor = pattern === '/sign-in/with/:token' && status === 409
      const isGoalOne = status === 200 && pattern.startsWith('/office/goals/')
      if (status !== 404 && !isClosedDoor && !isGoalOne) wrong.push(`${path.slice(0, 80)}: ${status}`)
    }
  }
  deepEqual(wrong, [])
})

test('words that no page expects in an address change nothing and break nothing', async () => {
  const wrong: string[] = []
  const queries = [
    'after',
    'before',
    'page',
    'q',
    'series',
    'goal',
    'which',
    'when',
    'state',
    'next',
    'whose',
    'saved',
  ]
  for (const { pattern } of all('GET')) {
    for (const value of ['%00', '-1', 'x'.repeat(3000), '%F0%9F%92%A5%27%22%3C', '9e99']) {
      const query = queries.map((name) => `${name}=${value}`).join('&')
      const { status } = await visitors.city.open(`${facts.addressOf(pattern)}?${query}`)
      if (status >= 500) wrong.push(`${pattern}?…=${value.slice(0, 20)}: ${status}`)
    }
  }
  deepEqual(wrong, [])
})

// Fields that stand on a page only when there is something to press a button about.
const unseenNames = ['job', 'signUp', 'what', 'do', 'where', 'seen', 'id', 'anyway']

test('no form breaks, whatever stands in it', async () => {
  const wrong: string[] = []
  // Whoever signs out, or starts, is somebody else from then on.
  const forms = all('POST').filter(({ pattern }) => !/^\/(account|start|sign-in)/.test(pattern))
  for (const { pattern } of forms) {
    const path = facts.addressOf(pattern)
    const page = await visitors.city.open(path)
    const names = page.root.querySelectorAll('main [name]').map((one) => one.getAttribute('name') ?? '')
    for (const text of [
      '',
      '\u0000',
      `=cmd|' /C calc'!A0 <b>x</b>`,
      'ä'.repeat(10_000),
      '\uD83D',
      '-1',
      '9'.repeat(40),
    ]) {
      const fields = Object.fromEntries([...new Set([...names, ...unseenNames])].map((name) => [name, text]))
      const { status } = await visitors.city.send(path, fields)
      if (status >= 500) wrong.push(`${path} with ${JSON.stringify(text.slice(0, 20))}: ${status}`)
    }
  }
  deepEqual(wrong, [])
})

test('who has gone through all of this is still signed in, and nobody else is', async () => {
  equal((await visitors.city.open('/sv/account')).path, '/sv/account')
  ok((await visitors.nobody.open('/sv/account')).path.startsWith('/sv/sign-in?next='))
})

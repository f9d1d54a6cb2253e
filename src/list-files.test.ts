import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { languages } from '#platform/language.ts'
import { readCsv } from '#platform/read-csv.ts'
import { aMember, anEvent } from '../test/cast.ts'
import { sendList } from '../test/lists-cast.ts'
import { freshWorld, type Visitor, type World } from '../test/world.ts'

let world: World
let guest: Visitor
let member: Visitor
let office: Visitor

before(async () => {
  world = await freshWorld()
  guest = await world.visitor()
  member = await world.visitor((await aMember(world.database, 'Omar')).id)
  office = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
})
after(() => world.close())

const lists = {
  everybody: [
    ...['/network/organisations.csv', '/network/partnerships.csv', '/network/needs.csv', '/ideas.csv'],
    ...['/recommendations.csv', '/plan/commitments.csv', '/partners/given.csv'],
  ],
  member: ['/office/events.csv'],
  office: [
    ...['/office/lists/organisations.csv', '/office/lists/contacts.csv', '/office/pledges.csv'],
    ...['/office/coordinators.csv', '/office/inbox.csv', '/office/agreement/signatories.csv'],
    ...['/office/lists/organisations/template.csv', '/office/lists/contacts/template.csv'],
    '/network/organisations/malmo-ideella/people.csv',
    ...['/office/record.csv', '/office/news.csv', '/office/moderation.csv'],
  ],
} as const

const isFile = async (visitor: Visitor, address: string): Promise<boolean> => {
  const { status, headers } = await visitor.open(`/sv${address}`)
  return status === 200 && (headers.get('content-type') ?? '').startsWith('text/csv')
}

test('everybody gets exactly the lists that they may see', async () => {
  for (const [least, addresses] of Object.entries(lists))
    for (const address of addresses)
      deepEqual(
        [await isFile(guest, address), await isFile(member, address), await isFile(office, address)],
        [least === 'everybody', least !== 'office', true],
        address,
      )
})

test('no cell of any list can run, in any language', async () => {
  const names = ['=1+1', '+SUM(A1)', '-2', '@x', '\t=cmd', "'=a"]
  const rows = names.map((name) => `"${name}";Förening;"${name}"`)
  const page = await sendList(office, ['Namn;Typ;Om', ...rows].join('\r\n'))
  const ready = page.html.includes('rest-new') ? await office.press(page, 'Spara, resten är nya') : page
  match((await office.press(ready, 'Läs in')).text, /Inläst/)
  const addresses = Object.values(lists).flat()
  const all = addresses.flatMap((address) => languages.map((language) => `/${language}${address}`))
  const cells: string[] = []
  for (const address of all)
    cells.push(...readCsv((await office.open(address)).html).rows.flatMap((row) => row.cells))
  deepEqual(
    cells.filter((cell) => /^\s*[=+@\t\r]/.test(cell) || /^\s*-(?!\d+$)/.test(cell)),
    [],
  )
  ok(cells.some((cell) => cell.startsWith("'=")))
  equal((await guest.open('/en/network/organisations.csv')).html.includes('Name,Sector'), true)
})

test('a file holds what the page above its link is cut down to', async () => {
  const fileBelow = async (visitor: Visitor, address: string): Promise<string[]> => {
    const { root } = await visitor.open(address)
    const links = root.querySelectorAll('main a').map((one) => one.getAttribute('href') ?? '')
    const link = links.find((one) => /\.csv(\?|$)/.test(one)) ?? ''
    return readCsv((await visitor.open(link)).html)
      .rows.slice(1)
      .map(({ cells }) => cells[0] ?? '')
  }
  const whole = await fileBelow(guest, '/sv/network')
  const found = await fileBelow(guest, '/sv/network?q=ideella')
  deepEqual(
    found,
    whole.filter((name) => /ideella/i.test(name)),
  )
  ok(found.length > 0 && found.length < whole.length)
  for (const [address, link] of [
    ['/sv/office/inbox?kind=idea&late=yes', '/sv/office/inbox.csv?kind=idea&late=yes'],
    ['/sv/office/pledges?filter=given', '/sv/office/pledges.csv?filter=given'],
    ['/sv/office/events?which=past&whose=mine', '/sv/office/events.csv?which=past&whose=mine'],
  ] as const)
    ok((await office.open(address)).root.querySelector(`a[href="${link}"]`), link)
  const event = await anEvent(world.database, '2027-01-10T17:00:00.000Z')
  const holdsIt = async (query: string): Promise<boolean> =>
    (await office.open(`/sv/office/events.csv?${query}`)).html.includes(event)
  deepEqual([await holdsIt(''), await holdsIt('which=coming')], [true, true])
  deepEqual([await holdsIt('which=past'), await holdsIt('which=coming&whose=mine')], [false, false])
})

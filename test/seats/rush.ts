import type { Database } from '#platform/db.ts'
import { type MailTables, textIn } from '#platform/mail/index.ts'
import { type Served, serve } from '../serve.ts'
import { baseUrl } from '../visitor.ts'
import { type Hall, type Picture, pictureOf } from './hall.ts'
import { nobodyIsTwice, noSeatIsLeftOver, seatsAreCounted } from './promises.ts'

const forms = 300
const sectors = ['elected', 'resident', 'civil-society', 'academia'] as const

/** Somebody in the crowd, and what they do one after another while all the others do the same. */
interface Person {
  number: number
  email: string
  seats: number
  pressesTwice: boolean
  confirms: boolean
  thenGivesBack: 'nothing' | 'own' | 'all'
}

const crowdOf = (hall: Hall): Person[] =>
  Array.from({ length: forms }, (_, number) => ({
    ...{ number, email: hall.address(number), seats: 1 + (number % 4) },
    pressesTwice: number % 4 === 0,
    confirms: number % 3 !== 0,
    thenGivesBack: number % 7 === 1 ? 'own' : number % 7 === 4 ? 'all' : 'nothing',
  }))

/**
 * Three hundred people, alone or with others, sign up for one event through several servers in the same instant,
 * confirm, and give seats back. Answers with everything that is wrong afterwards.
 */
export async function rush(hall: Hall, databases: readonly Database[]): Promise<string[]> {
  const servers = await Promise.all(databases.map((database) => serve(database, hall.now)))
  try {
    const crowd = crowdOf(hall)
    const strange = await Promise.all(crowd.map((person) => act(hall, servers, person)))
    return [...strange.flat(), ...(await faultsOf(hall, crowd))]
  } finally {
    await Promise.all(servers.map((server) => server.close()))
  }
}

/** Answers with what no visitor should have seen. */
async function act(hall: Hall, servers: readonly Served[], person: Person): Promise<string[]> {
  const strange: string[] = []
  let turn = person.number
  const send = async (path: string, fields: Record<string, string>): Promise<void> => {
    const server = servers[(turn += 1) % servers.length]
    const response = await fetch(`${server?.url}/sv${path}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(fields),
      headers: { origin: baseUrl, 'x-forwarded-for': `10.0.0.${person.number % 250}` },
    })
    await response.text()
    if (response.status !== 303) strange.push(`${person.email}: ${path} answered ${response.status}`)
  }
  const form = {
    ...{ name: `Person ${person.number}`, email: person.email, language: 'sv', organisation: '' },
    ...{ capacity: sectors[person.number % sectors.length] ?? 'resident', seats: String(person.seats) },
  }
  // Whoever is impatient presses twice, and each press goes to another server.
  const press = (path: string, fields: Record<string, string>) =>
    Promise.all(Array.from({ length: person.pressesTwice ? 2 : 1 }, () => send(path, fields)))
  await press(`/events/${hall.event}/sign-up`, form)
  const link = await linkTo(hall, person.email)
  if (link === null) return [...strange, `${person.email} got no mail`]
  if (person.confirms) await press(link, { do: 'confirm' })
  if (person.thenGivesBack === 'own') await press(`${link}/cancel`, {})
  if (person.thenGivesBack === 'all') await press(`${link}/cancel`, { all: 'yes' })
  return strange
}

async function linkTo({ database }: Hall, email: string): Promise<string | null> {
  const mail = await database
    .as<MailTables>()
    .selectFrom('mail')
    .select(['text_body', 'body'])
    .where('to_address', '=', email)
    .executeTakeFirst()
  return /\/sv(\/sign-ups\/\w+)/.exec(mail ? textIn(mail) : '')?.[1] ?? null
}

async function faultsOf(hall: Hall, crowd: readonly Person[]): Promise<string[]> {
  const picture = await pictureOf(hall)
  const faults = crowd.flatMap((person) => faultsAbout(person, picture))
  faults.push(...twiceDone(picture))
  if (picture.event.seats_taken < picture.event.capacity) faults.push('seats are left over')
  const checks = [
    async () => seatsAreCounted(picture),
    async () => nobodyIsTwice(picture),
    () => noSeatIsLeftOver(hall),
  ]
  for (const check of checks) {
    try {
      await check()
    } catch (error) {
      faults.push(String(error))
    }
  }
  return faults
}

/** The clock stands still, so nothing can happen twice to anybody, and nobody is told of it twice. */
function twiceDone({ records }: Picture): string[] {
  const done = records.map(({ what, detail }) => `${what} ${String(detail['signUp'])}`)
  return done.filter((one, index) => done.indexOf(one) < index).map((one) => `twice: ${one}`)
}

/** Nobody is lost: everybody stands there once, with those they bring, as what they last said. */
function faultsAbout({ email, seats, thenGivesBack, confirms }: Person, { rows, mails }: Picture): string[] {
  const own = rows.filter((row) => row.email === email)
  const [contact] = own
  if (!contact || own.length > 1) return [`${email} is there ${own.length} times`]
  const along = rows.filter(({ brought_by }) => brought_by === contact.id)
  const isThere = contact.state !== 'cancelled'
  const toldAtLeast = 1 + Number(confirms) + Number(thenGivesBack !== 'nothing')
  const told = mails.filter(({ to_address }) => to_address === email).length
  const checks: [boolean, string][] = [
    [along.length === seats - 1, `${email} brings ${along.length} people, not ${seats - 1}`],
    [isThere === (thenGivesBack === 'nothing'), `${email} is ${contact.state}`],
    [(contact.confirmed_at !== null) === confirms, `${email} is confirmed, or is not`],
    [
      along.every(({ state }) => (state === 'cancelled') === (thenGivesBack === 'all')),
      `${email}'s are lost`,
    ],
    [told >= toldAtLeast, `${email} got ${told} mails`],
  ]
  return checks.filter(([holds]) => !holds).map(([, fault]) => fault)
}

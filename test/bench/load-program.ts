/** A process of its own that asks and measures, so that measuring takes little from whoever answers. */
import { once } from 'node:events'
import autocannon from 'autocannon'

/** What to ask for: one address again and again, or sign-ups of people who are all different, alone or with others. */
export interface Order {
  url: string
  connections: number
  /** As long as this, or as many as that. */
  seconds?: number
  amount?: number
  headers?: Record<string, string>
  signUps?: { origin: string; crowd: number; togetherMax: number }
  /** Everybody votes once, and is somebody new. */
  votes?: { origin: string; statements: string[] }
}

export interface Measured {
  perSecond: number
  p50: number
  p99: number
  sent: number
  answered: number
  errors: number
  /** How many answers there were of each status. */
  statuses: Record<string, number>
}

// One network address for so many people, as when a class signs up from its room.
const peoplePerNetwork = 25

function someone(number: number, { origin, crowd, togetherMax }: Order['signUps'] & {}): autocannon.Sent {
  const network = Math.floor(number / peoplePerNetwork)
  const fields = {
    ...{ name: `Person Nummer ${number}`, email: `${number}@crowd-${crowd}.example`, capacity: 'resident' },
    ...{ organisation: '', language: 'sv', access: '', interpretation: '', diet: '' },
    ...{ seats: String(1 + (number % togetherMax)), companions: '' },
  }
  return {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      origin: origin,
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': `10.${crowd}.${(network >> 8) & 255}.${network & 255}`,
    },
  }
}

function voter(number: number, { origin, statements }: Order['votes'] & {}): autocannon.Sent {
  const statement = statements[number % statements.length] ?? ''
  const me = String(number).padStart(40, 'x')
  return {
    method: 'POST',
    body: new URLSearchParams({
      statement,
      me,
      vote: ['agree', 'disagree', 'pass'][number % 3] ?? '',
    }).toString(),
    headers: {
      origin,
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': `10.9.${(number >> 8) & 255}.${number & 255}`,
    },
  }
}

async function measure({ seconds, amount, signUps, votes, ...rest }: Order): Promise<Measured> {
  let number = 0
  const nextOne = (): autocannon.Sent => {
    number += 1
    return signUps ? someone(number, signUps) : votes ? voter(number, votes) : {}
  }
  const next = (signUps ?? votes) && {
    requests: [{ setupRequest: (request: autocannon.Sent) => ({ ...request, ...nextOne() }) }],
  }
  const result = await autocannon({
    ...rest,
    ...next,
    ...(seconds && { duration: seconds }),
    ...(amount && { amount }),
  })
  const statuses = Object.entries(result.statusCodeStats).map(([status, { count }]) => [status, count])
  return {
    perSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    sent: result.requests.sent,
    answered: result.requests.total,
    errors: result.errors + result.timeouts,
    statuses: Object.fromEntries(statuses) as Record<string, number>,
  }
}

const [order] = (await once(process, 'message')) as [Order]
process.send?.(await measure(order))
process.disconnect()

import { DatabaseSync } from 'node:sqlite'
import { newId } from '#platform/ids.ts'
import { type Instant, plus, systemClock } from '#platform/time.ts'

/** Time is moved by hand, in the database itself: no journey waits until an offer runs out or seats are released. */
function inDatabase<R>(file: string, work: (database: DatabaseSync) => R): R {
  const database = new DatabaseSync(file)
  database.exec('pragma busy_timeout = 5000')
  try {
    return work(database)
  } finally {
    database.close()
  }
}

const idOf = (desk: string): string => desk.split('/').at(-1) ?? ''

const aMomentAgo = (): string => plus(systemClock(), { minutes: -1 })

/** Asks for what the program does every minute, so that nobody waits for the minute to be over. */
function doNow(database: DatabaseSync, kind: 'end-holds' | 'release-seats'): void {
  database.prepare('insert into job (id, kind, run_at) values (?, ?, ?)').run(newId(), kind, aMomentAgo())
}

/** The day has come on which the kept seats of an event are given to all. */
export function letTheReleaseCome(file: string, desk: string): void {
  inDatabase(file, (database) => {
    database.prepare('update event set kept_until = ? where id = ?').run(aMomentAgo(), idOf(desk))
    doNow(database, 'release-seats')
  })
}

/** The time to answer an offer is over. */
export function letTheOfferRunOut(file: string, address: string): void {
  inDatabase(file, (database) => {
    const change = "update sign_up set held_until = ? where email = ? and state = 'offered'"
    const { changes } = database.prepare(change).run(aMomentAgo(), address)
    if (changes !== 1) throw new Error(`${address} has no offer`)
    doNow(database, 'end-holds')
  })
}

/** Moves an event to ten minutes ago: people stand at the door. */
export const letItBegin = (file: string, desk: string): void =>
  moveTo(file, desk, plus(systemClock(), { minutes: -10 }))

/** Moves an event to so near that there is no time for an offer, and a seat is given on at once. */
export const letTheDayBeforeCome = (file: string, desk: string): void =>
  moveTo(file, desk, plus(systemClock(), { hours: 20 }))

function moveTo(file: string, desk: string, startsAt: Instant): void {
  inDatabase(file, (database) => {
    const change = 'update event set starts_at = ?, sign_up_closes_at = ?, ends_at = ? where id = ?'
    database.prepare(change).run(startsAt, startsAt, plus(startsAt, { hours: 1 }), idOf(desk))
  })
}

/** How many seats of an event are taken, as the database counts. */
export const seatsTaken = (file: string, desk: string): number =>
  inDatabase(file, (database) =>
    Number(database.prepare('select seats_taken from event where id = ?').get(idOf(desk))?.['seats_taken']),
  )

/** The path of an event's page, without its language. */
export const pathOf = (file: string, desk: string): string =>
  inDatabase(file, (database) => {
    const slug = database.prepare('select slug from event where id = ?').get(idOf(desk))?.['slug']
    return `/events/${String(slug)}`
  })

/** The last day of a course's call is over. */
export const letTheCallClose = (file: string, course: string): void =>
  inDatabase(file, (database) => {
    database.prepare('update course set closes_at = ? where id = ?').run(aMomentAgo(), idOf(course))
  })

/** Puts an event into the series of the courses. */
export const moveToCourses = (file: string, desk: string): void =>
  inDatabase(file, (database) => {
    const series = "(select id from series where key = 'co-creating-change')"
    database.prepare(`update event set series_id = ${series} where id = ?`).run(idOf(desk))
  })

/** The last day of a call for themes is over. */
export const letTheThemeCallClose = (file: string, call: string): void =>
  inDatabase(file, (database) => {
    const opened = plus(systemClock(), { days: -21 })
    const change = 'update theme_call set opens_at = ?, closes_at = ? where id = ?'
    database.prepare(change).run(opened, aMomentAgo(), idOf(call))
  })

/** The round of the plan in the making is over; its last day, which the database keeps from being moved, has passed. */
export function letThePlansRoundClose(file: string): void {
  inDatabase(file, (database) => {
    database.exec('drop trigger if exists round_keeps_its_days')
    const before = (days: number): string => plus(systemClock(), { days: -days })
    const change = 'update successor set opens_at = ?, last_day = ?, closes_at = ? where told_at is null'
    database.prepare(change).run(before(30), before(1).slice(0, 10), aMomentAgo())
  })
}

/**
 * The plan that a new installation begins with runs, also when its years are over by now. Answers with its last year.
 * The database keeps a plan's days from being moved.
 */
export function letThePlanRun(file: string): number {
  return inDatabase(file, (database) => {
    const endsOn = (): string => String(database.prepare('select ends_on from plan').get()?.['ends_on'])
    const today = systemClock().slice(0, 10)
    if (endsOn() <= today) {
      database.exec('drop trigger plan_keeps_its_period')
      database.prepare('update plan set ends_on = ?').run(`${Number(today.slice(0, 4)) + 1}-12-31`)
    }
    return Number(endsOn().slice(0, 4))
  })
}

import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type * as z from 'zod'
import { checkForm, type Filled, type FormAnswer } from './form.ts'
import type { Language, Texts } from './language.ts'
import type { Log } from './log.ts'
import type { Site } from './site.ts'
import type { Instant } from './time.ts'
import type { Words } from './words.ts'

/** A person who is signed in, and the party they coordinate for, if any. */
export interface Member {
  id: string
  name: string
  email: string
  language: Language
  party: { id: string; key: string; name: Texts } | null
  /** The party that they stand in for today, and until which day; only somebody who coordinates for none. */
  standsInFor?: { id: string; key: string; name: Texts; until: string } | null
}

/** What every page knows about the visit it answers. */
export interface Visit {
  t: Words
  language: Language
  /** The address without its language: '/calendar'. */
  path: string
  /** The same address in the visitor's language: to('/calendar') is '/sv/calendar'. */
  to: (path: string) => string
  /** The same as a whole address, for mails, feeds and calendars. */
  url: (path: string) => string
  now: Instant
  member: Member | null
  requestId: string
  /** The network address of the visitor, for limits alone; never stored as it is. */
  from: string
  site: Site
  log: Log
}

export interface VisitEnv {
  Variables: Visit
}

/** A table of addresses. Each row: the address, who may enter, what is answered. */
export const routes = (): Hono<VisitEnv> => new Hono<VisitEnv>()

export type Guard = MiddlewareHandler<VisitEnv>

/** A guard that lets everybody in. */
export const anyone: Guard = (_c, next) => next()

/** Reads a sent form. Files are left out: a page that takes them reads them itself. */
export async function readForm<T extends z.ZodType>(
  c: Context<VisitEnv>,
  shape: T,
): Promise<FormAnswer<z.output<T>>> {
  return checkForm(await readFields(c), shape)
}

/** The fields of a sent form as they came, but for the one sign that PostgreSQL takes in no text. */
export async function readFields(c: Context<VisitEnv>): Promise<Filled> {
  const fields: Record<string, string | string[]> = {}
  for (const [name, given] of await sentTexts(c)) {
    const [value, known] = [withoutNull(given), fields[name]]
    if (known === undefined) fields[name] = value
    else if (Array.isArray(known)) known.push(value)
    else fields[name] = [known, value]
  }
  return fields
}

/** A form without files is read as the text that it is, which takes a quarter of the time. */
async function sentTexts(c: Context<VisitEnv>): Promise<Iterable<[string, string]>> {
  if (/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? ''))
    return new URLSearchParams(await c.req.text())
  const body = await c.req.parseBody({ all: true })
  return Object.entries(body).flatMap(([name, values]) =>
    [values]
      .flat()
      .flatMap((value): [string, string][] => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

const withoutNull = (text: string): string => text.replaceAll('\u0000', '')

/** The path of a whole address, as it stands there. */
export const pathnameOf = (url: string): string => /^\w+:\/\/[^/?#]*([^?#]*)/.exec(url)?.[1] ?? ''

/** A file that is offered for saving. The name holds ASCII alone, so every system can keep it. */
export function download(c: Context<VisitEnv>, body: string, file: { name: string; type: string }): Response {
  const name = file.name.normalize('NFD').replaceAll(/[^\w.-]+/g, '')
  return c.body(body, 200, {
    'Content-Type': `${file.type}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}

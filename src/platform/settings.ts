import { join } from 'node:path'
import * as z from 'zod'
import { OperatorError } from './errors.ts'
import { projectRoot } from './root.ts'

const port = z.coerce
  .number('PORT must be a number, like 3000.')
  .int('PORT must be a whole number.')
  .min(0, 'PORT must be 0 or more.')
  .max(65_535, 'PORT must be 65535 or less.')

const baseUrl = z
  .url({
    protocol: /^https?$/,
    error: 'BASE_URL must be a web address, like https://malmoandan.example.',
    abort: true,
  })
  .refine((text) => new URL(text).pathname === '/', 'BASE_URL must be an address without a path.')
  .transform((text) => new URL(text).origin)

const Environment = z.object({
  PORT: port.default(3000),
  BASE_URL: baseUrl.optional(),
  DATA_DIR: z.string().min(1, 'DATA_DIR must name a folder.').default(join(projectRoot, 'data')),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must begin with postgres://; leave it out to use SQLite.')
    .optional(),
  SMTP_URL: z
    .string()
    .regex(
      /^smtps?:\/\//,
      'SMTP_URL must begin with smtp:// or smtps://; leave it out to keep mails in the office.',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\r\n]+<)?[^\s<>@]+@[^\s<>@]+>?$/,
      'MAIL_FROM must be an address, like Malmöandan <hej@example.org>.',
    )
    .default('Malmöandan <malmoandan@localhost.localdomain>'),
  TRUSTED_PROXIES: z.coerce
    .number('TRUSTED_PROXIES must be a number.')
    .int('TRUSTED_PROXIES must be a whole number.')
    .min(0, 'TRUSTED_PROXIES must be 0 or more.')
    .default(0),
  LOG_LEVEL: z
    .enum(
      ['silent', 'error', 'warn', 'info', 'debug'],
      'LOG_LEVEL must be silent, error, warn, info or debug.',
    )
    .default('info'),
})

export interface Settings {
  port: number
  baseUrl: string
  dataDir: string
  databaseUrl: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  /** How many proxies of ours stand in front: that many addresses from the right of X-Forwarded-For are believed. */
  trustedProxies: number
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** The names of all settings, for the check that each of them is explained in the hosting guide. */
export const settingNames: readonly string[] = Object.keys(Environment.shape)

/** Reads the environment. Throws an `OperatorError` that lists every problem, and no value, since some are secret. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(settingNames.map((name) => [name, environment[name] || undefined]))
  const read = Environment.safeParse(given)
  if (!read.success) {
    const problems = read.error.issues.map((issue) => `  - ${issue.message}`)
    throw new OperatorError(`The settings need your attention:\n${problems.join('\n')}`)
  }
  const { PORT, BASE_URL, DATA_DIR, DATABASE_URL, SMTP_URL, MAIL_FROM, TRUSTED_PROXIES, LOG_LEVEL } =
    read.data
  return {
    port: PORT,
    baseUrl: BASE_URL ?? `http://localhost:${PORT}`,
    dataDir: DATA_DIR,
    databaseUrl: DATABASE_URL,
    smtpUrl: SMTP_URL,
    mailFrom: MAIL_FROM,
    trustedProxies: TRUSTED_PROXIES,
    logLevel: LOG_LEVEL,
  }
}

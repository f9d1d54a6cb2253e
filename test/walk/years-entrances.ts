import type { Entrance } from './who-may-enter.ts'

const office = [
  '/office/years',
  '/office/years/:year',
  '/office/years/:year/approval',
  '/office/years/:year/parts/:part',
  '/office/years/:year/given',
  '/office/years/:year/survey',
  '/office/years/:year/survey/words',
]

/** Who gets in at the reports of the years, and at the yearly survey. */
export const enterYears: readonly (readonly [string, Entrance])[] = [
  ['GET /plan/years', 'everybody'],
  ['GET /plan/years/:year', 'everybody'],
  ['GET /plan/years/principles', 'everybody'],
  ['GET /plan/years/columns.csv', 'everybody'],
  ['GET /plan/years/:year/figures.csv', 'everybody'],
  ['GET /plan/years/:year/figures.json', 'everybody'],
  ['GET /survey/:token', 'link'],
  ['POST /survey/:token', 'link'],
  ['POST /office/years/:year/survey/try', 'coordinator'],
  ...office.flatMap((path) => [
    [`GET ${path}`, 'coordinator'] as const,
    [`POST ${path}`, 'coordinator'] as const,
  ]),
]

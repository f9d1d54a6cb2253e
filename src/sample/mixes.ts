import type { Capacity } from '#programme/tables.ts'

/** Of a hundred who come, how many take part as what. */
export const mixes = {
  forum: {
    'civil-society': 45,
    elected: 12,
    'civil-servant': 25,
    academia: 6,
    business: 5,
    resident: 6,
    other: 1,
  },
  hour: { 'civil-society': 46, elected: 8, 'civil-servant': 42, resident: 4 },
  lunch: { 'civil-society': 45, 'civil-servant': 30, academia: 9, business: 6, resident: 10 },
  elected: { elected: 65, 'civil-servant': 35 },
  course: { 'civil-society': 50, 'civil-servant': 50 },
  lecture: { 'civil-society': 35, 'civil-servant': 17, academia: 8, business: 5, resident: 33, other: 2 },
} satisfies Record<string, Partial<Record<Capacity, number>>>

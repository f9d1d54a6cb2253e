import { deepEqual } from 'node:assert/strict'
import type { Picture } from './hall.ts'

/** Whoever came back after leaving finds those who stayed, and have no page of their own, on the page they have now. */
export function groupsAreWhole({ rows }: Picture): void {
  const meant = rows.filter(({ state, confirmed_at }) => state !== 'cancelled' && confirmed_at !== null)
  const standing = new Map(meant.flatMap((row) => (row.email === null ? [] : [[row.email, row]])))
  const apart = meant.filter(({ email, brought_by }) => {
    const bringer = rows.find((row) => row.id === brought_by)
    const now = standing.get(bringer?.email ?? '')
    return email === null && now && now.id !== bringer?.id
  })
  deepEqual(
    apart.map(({ name }) => name),
    [],
    'hangs on a sign-up that is over',
  )
}

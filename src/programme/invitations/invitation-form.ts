import * as z from 'zod'
import { emailAddress, line, optionalLine } from '#platform/form.ts'
import type { Capacity } from '../tables.ts'
import type { Known } from './known.ts'

/** Which button was pressed; anything else asks to come. */
export const Pressed = z.object({ do: z.enum(['come', 'decline']).catch('come') })

const name = line(200, 'sign-up.form.name-missing')

const capacityAmong = (offered: readonly Capacity[]) =>
  z.enum(offered as [Capacity, ...Capacity[]], 'sign-up.form.capacity-missing')

/** What is still to be asked of somebody of whom something is known. */
export const MissingForm = (known: Known, offered: readonly Capacity[]) =>
  z.object({
    name: known.name === null ? name : optionalLine(200).transform(() => known.name ?? ''),
    capacity: knownOrAsked(known, offered),
  })

/** What is asked of whoever an invitation was passed on to, or who comes for an organisation. */
export const GuestForm = (known: Known, offered: readonly Capacity[]) =>
  z.object({ name, email: emailAddress, capacity: knownOrAsked(known, offered) })

const knownOrAsked = ({ capacity }: Known, offered: readonly Capacity[]) =>
  capacity !== null && offered.includes(capacity)
    ? z
        .unknown()
        .optional()
        .transform((): Capacity => capacity)
    : capacityAmong(offered)

import * as z from 'zod'
import { line } from '#platform/form.ts'

const seen = z.coerce.number().int().min(0).max(2_147_483_647)

/** What the buttons of a day's page send. */
export const PressForm = z.discriminatedUnion('do', [
  z.object({ do: z.literal('go'), seen, to: z.string().max(80) }),
  ...(['more', 'end', 'pause', 'resume', 'back'] as const).map((it) => z.object({ do: z.literal(it), seen })),
  z.object({ do: z.literal('show'), seen, what: z.enum(['now', 'cards', 'commitments']) }),
  z.object({ do: z.literal('make-link'), id: z.uuid(), label: line(80, 'forum-day.link.label-missing') }),
  z.object({ do: z.literal('end-link'), link: z.uuid() }),
  ...(['hide-commitment', 'show-commitment'] as const).map((it) =>
    z.object({ do: z.literal(it), commitment: z.uuid() }),
  ),
])
export type PressForm = z.output<typeof PressForm>

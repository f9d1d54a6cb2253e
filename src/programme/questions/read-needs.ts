import { optionalLine, optionalParagraphs, several } from '#platform/form.ts'
import type * as z from 'zod'
import { accessNeeds, diets, interpreterNeeds, type NeedsOfOne } from './needs.rules.ts'
import type { Filled } from '#platform/form.ts'

/** The fields about needs, to be part of the shape of a form. */
export const needsShape = {
  access_needs: several(accessNeeds),
  access: optionalParagraphs(1000),
  interpreters: several(interpreterNeeds),
  interpretation: optionalLine(200),
  diets: several(diets),
  diet: optionalParagraphs(500),
}

type NeedsForm = { [Field in keyof typeof needsShape]: z.output<(typeof needsShape)[Field]> }

/** Parts what somebody needs from the rest of a form, since it is kept apart. */
export function needsApart<Form extends NeedsForm>(form: Form) {
  const { access_needs, interpreters, diets: chosen, access, interpretation, diet, ...rest } = form
  const boxes = [...access_needs, ...interpreters, ...chosen]
  return { needs: { boxes, access, interpretation, diet } satisfies NeedsOfOne, rest }
}

/** The fields as they stand, from what was said before. */
export function needsFilled(needs: NeedsOfOne | null): Filled {
  const boxes = needs?.boxes ?? []
  const among = (group: readonly string[]): string[] => boxes.filter((one) => group.includes(one))
  return {
    ...{ access_needs: among(accessNeeds), interpreters: among(interpreterNeeds), diets: among(diets) },
    ...{ access: needs?.access ?? '', interpretation: needs?.interpretation ?? '', diet: needs?.diet ?? '' },
  }
}

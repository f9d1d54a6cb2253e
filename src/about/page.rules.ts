export type Refusal = 'changed-meanwhile'

interface Change {
  /** When the page last changed, as the person who edits it saw it. */
  seen: string
  changedAt: string
}

/** Two people may edit at once: whoever saves second looks at what the first one wrote. */
export const refusalToChange = ({ seen, changedAt }: Change): Refusal | null =>
  seen === changedAt ? null : 'changed-meanwhile'

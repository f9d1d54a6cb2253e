/** More than a year ahead nobody invites to an event. */
export const leadDaysMax = 366

export type Refusal = 'changed-meanwhile'

/** Two people may edit at once: whoever saves second looks at what the first one wrote. */
export const refusalToChange = ({ seen, stands }: { seen: string; stands: string }): Refusal | null =>
  seen === stands ? null : 'changed-meanwhile'

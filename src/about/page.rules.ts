export type EditRefusal = 'changed-meanwhile'

/** Two people may edit the same page: whoever saves second sees what the first one wrote, and loses no word. */
export const refusalToEdit = (page: { changed_at: string }, seen: string): EditRefusal | null =>
  page.changed_at === seen ? null : 'changed-meanwhile'

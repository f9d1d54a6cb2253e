export const materialKinds = ['recording', 'slides', 'document', 'picture', 'link'] as const
export type MaterialKind = (typeof materialKinds)[number]

/** What helps, or hinders, those who cannot see or hear it. */
export const accessNotes = [
  'captions',
  'no-captions',
  'transcript',
  'sign-language',
  'audio-description',
  'tagged-pdf',
  'untagged-pdf',
  'described-pictures',
  'plain-language',
] as const
export type AccessNote = (typeof accessNotes)[number]

/** Languages that material is in: those spoken at events, and whatever else there is. */
export const materialLanguages = ['sv', 'en', 'es', 'ar', 'swl', 'other'] as const

export type AccessGap = 'recording-without-text' | 'document-unmarked'

/**
 * What the law on access to public digital service asks of an organizer, and what is easily forgotten: a recording
 * can be read, and a document says whether a screen reader can follow it.
 */
export function accessGap(kind: MaterialKind, notes: readonly AccessNote[]): AccessGap | null {
  const says = (...wanted: AccessNote[]): boolean => wanted.some((one) => notes.includes(one))
  if (kind === 'recording') return says('captions', 'transcript') ? null : 'recording-without-text'
  if (kind !== 'slides' && kind !== 'document') return null
  return says('tagged-pdf', 'untagged-pdf') ? null : 'document-unmarked'
}

/** The notes of a row, in the order in which they are always told. */
export const notesIn = ({ access }: { access: string }): AccessNote[] =>
  accessNotes.filter((one) => access.split(',').includes(one))

/** The languages of a row. */
export const languagesIn = ({ languages }: { languages: string }) =>
  materialLanguages.filter((one) => languages.split(',').includes(one))

interface Shown {
  kind: MaterialKind
  published: boolean
  consented: boolean
}

/** "Nobody is shown who has not agreed": a recording is shown once those who are seen and heard in it said yes. */
export const consentMissing = ({ kind, published, consented }: Shown): boolean =>
  kind === 'recording' && published && !consented

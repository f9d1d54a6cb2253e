export type VersionRefusal = 'version-in-force' | 'version-asked-about' | 'changed-meanwhile'

interface Standing {
  in_force_on: string | null
  /** Whether the parties are asked about it now. */
  isAsked: boolean
}

/** A version is worked on as a draft; while the parties are asked about it, it rests, and afterward it stays. */
export function refusalToEditVersion({ in_force_on, isAsked }: Standing): VersionRefusal | null {
  if (in_force_on !== null) return 'version-in-force'
  return isAsked ? 'version-asked-about' : null
}

/** The parties are asked about what was on the page. */
export function refusalToAskAbout(
  version: Standing & { seen: string; changed_at: string },
): VersionRefusal | null {
  const resting = refusalToEditVersion(version)
  if (resting) return resting
  return version.seen === version.changed_at ? null : 'changed-meanwhile'
}

import type { SectorLook } from '#platform/ui/marks.tsx'

const looks: Record<string, SectorLook> = {
  'civil-society': 'solid',
  city: 'bars',
  'civil-servant': 'bars',
  elected: 'dots',
  academia: 'lines',
  business: 'zigzag',
  resident: 'crosses',
}

/** The pattern by which a party, a sector or a capacity is known in every bar and list. */
export const lookOf = (sector: string): SectorLook => looks[sector] ?? 'frame'

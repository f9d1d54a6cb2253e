import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'

export interface EvidenceTables {
  commitment_evidence: {
    id: string
    update_id: string
    commitment_id: string
    kind: 'event' | 'material' | 'partnership' | 'link' | 'number'
    event_id: string | null
    material_id: string | null
    partnership_id: string | null
    url: string | null
    amount: number | null
    unit: Json<Texts> | null
    /** A date, 'YYYY-MM-DD'. */
    on_day: string | null
  }
}

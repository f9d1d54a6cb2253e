import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Facts, Link } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Words } from '#platform/words.ts'
import { languagesIn, notesIn } from './material.rules.ts'
import type { Material } from './materials.sql.ts'

interface Props {
  visit: Visit
  materials: readonly Material[]
}

/** What is left of an event to see, hear and read, on its page. */
export function MaterialsSection({ visit, materials }: Props) {
  if (materials.length === 0) return null
  return (
    <section class="stack" id="materials" aria-labelledby="materials-title">
      <h2 id="materials-title">{visit.t('materials.title')}</h2>
      <ul class="lined-list">
        {materials.map((one) => (
          <li>
            <MaterialLine visit={visit} material={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** An address of ours that never changes: it counts, and leads to the file or to where it lies on the net. */
const addressOf = ({ id, url, file_name }: Material): string =>
  url ? `/materials/${id}` : `/materials/${id}/${file_name}`

function MaterialLine({ visit, material }: { visit: Visit; material: Material }) {
  const { t, language } = visit
  return (
    <div class="stack-tight">
      <h3>
        <Link href={addressOf(material)}>
          <Text of={material.title} t={t} />
        </Link>
      </h3>
      <p class="quiet small">{whatItIs(t, material)}</p>
      <Facts
        rows={[
          [t('materials.languages'), languagesInWords(t, material)],
          [t('materials.access'), accessInWords(t, material)],
          [
            t('materials.access-note'),
            inLanguage(material.access_note, language) && <Text of={material.access_note} t={t} />,
          ],
          [t('materials.made-by'), material.made_by],
        ]}
      />
    </div>
  )
}

const megabyte = 1024 * 1024

/** "Recording, on video.example.org", "Slides, PDF, 0.3 MB". */
export function whatItIs(t: Words, { kind, url, file_name, bytes }: Material): string {
  const what = t(`materials.kind.${kind}`)
  if (url) return t('materials.on-site', { what, site: new URL(url).host })
  const type = (file_name ?? '').split('.').at(-1)?.toUpperCase() ?? ''
  const size = new Intl.NumberFormat(t.language, { maximumFractionDigits: 1, minimumFractionDigits: 1 })
  const megabytes = size.format(Math.max(0.1, (bytes ?? 0) / megabyte))
  return t('materials.in-file', { what, type, megabytes })
}

const listed = (t: Words, all: readonly string[]): string =>
  new Intl.ListFormat(t.language, { type: 'conjunction' }).format(all)

export const languagesInWords = (t: Words, material: Material): string =>
  listed(
    t,
    languagesIn(material).map((one) =>
      one === 'other' ? t('materials.language-other') : t(`programme.event.spoken-${one}`),
    ),
  )

const accessInWords = (t: Words, material: Material): string =>
  notesIn(material)
    .map((one) => t(`materials.access.${one}`))
    .join(', ')

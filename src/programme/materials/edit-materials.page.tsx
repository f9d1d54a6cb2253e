import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton, Tag } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import { accessGap, notesIn } from './material.rules.ts'
import { whatItIs } from './materials.page.tsx'
import type { Material } from './materials.sql.ts'

interface Props {
  visit: Visit
  event: ProgrammeEvent
  materials: readonly Material[]
}

/** Everything that was kept of an event, shown to everybody or not yet. */
export function EditMaterialsPage({ visit, event, materials }: Props) {
  const { t, language } = visit
  const at = (which: string): string => visit.to(`/office/events/${event.id}/materials/${which}`)
  return (
    <Page
      visit={visit}
      title={t('materials.edit.title', { event: inLanguage(event.title, language) })}
      lead={t('materials.edit.lead')}
      trail={eventTrail(visit, event)}
    >
      {materials.length === 0 && <Empty>{t('materials.edit.none')}</Empty>}
      <ul class="lined-list">
        {materials.map((one) => (
          <li class="stack-tight">
            <p class="row">
              <a href={at(one.id)}>{inLanguage(one.title, language)}</a>
              {one.published_at ? (
                <Tag kind="good">{t('materials.published')}</Tag>
              ) : (
                <Tag>{t('materials.not-published')}</Tag>
              )}
            </p>
            <p class="quiet">{whatItIs(t, one)}</p>
            <Gap visit={visit} material={one} />
          </li>
        ))}
      </ul>
      <Actions>
        <LinkButton href={at('new')}>{t('materials.edit.add')}</LinkButton>
      </Actions>
    </Page>
  )
}

function Gap({ visit, material }: { visit: Visit; material: Material }) {
  const gap = accessGap(material.kind, notesIn(material))
  return gap && <p>{visit.t(`materials.gap.${gap}`)}</p>
}

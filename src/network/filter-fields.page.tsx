import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Select } from '#platform/ui/form.tsx'
import { sectors } from './directory.rules.ts'
import { cityAreas } from './partnerships/areas.rules.ts'
import type { Theme } from './partnerships/beside.ts'

interface Props {
  visit: Visit
  asked: { theme?: string | undefined; area?: string | undefined; sector?: string | undefined }
  themes: readonly Theme[]
  /** What stands for every choice. */
  none: string
}

/** By theme and part of the city: for whatever of the network is looked for. */
export function ThemeAndArea({ visit: { t, language }, asked, themes, none }: Props) {
  return (
    <>
      {themes.length > 0 && (
        <Select
          {...{ t, none, required: true }}
          name="theme"
          label={t('partnerships.filter.theme')}
          value={asked.theme}
          options={themes.map(({ slug, name }) => ({ value: slug, label: inLanguage(name, language) }))}
        />
      )}
      <Select
        {...{ t, none, required: true }}
        name="area"
        label={t('partnerships.filter.area')}
        value={asked.area}
        options={cityAreas.map((value) => ({ value, label: t(`partnerships.area.${value}`) }))}
      />
    </>
  )
}

export function SectorField({ visit: { t }, asked, none }: Omit<Props, 'themes'>) {
  return (
    <Select
      {...{ t, none, required: true }}
      name="sector"
      label={t('network.fact.sector')}
      value={asked.sector}
      options={sectors.map((value) => ({ value, label: t(`network.sector.${value}`) }))}
    />
  )
}

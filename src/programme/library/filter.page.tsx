import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Folded, Form, Select, SubmitButton, TextField } from '#platform/ui/form.tsx'
import type { Words } from '#platform/words.ts'
import { materialKinds, materialLanguages } from '../materials/material.rules.ts'
import type { SeriesRow } from '../tables.ts'
import { isEverything, type Wanted } from './library.rules.ts'
import type { Theme } from './themes.sql.ts'

interface Props {
  visit: Visit
  wanted: Wanted
  themes: readonly Theme[]
  allSeries: readonly SeriesRow[]
  years: readonly number[]
}

interface Option {
  value: string
  label: string
}

/** What to look for: words and five ways to choose. It works without script, and its answer has an address. */
export function Filter({ visit, wanted, themes, allSeries, years }: Props) {
  const { t, language } = visit
  const named = (value: string, name: Theme['name']): Option => ({ value, label: inLanguage(name, language) })
  const isChosen = !isEverything({ ...wanted, words: '' })
  const choose = (name: string, value: string | number | null, options: readonly Option[]) => ({
    ...{ t, name, label: t(`library.filter.${name}`), none: t('library.filter.all') },
    ...{ value: value === null ? null : String(value), options },
  })
  return (
    <search>
      <Form method="get" action={visit.to('/library')}>
        <TextField t={t} name="q" type="search" label={t('library.filter.words')} value={wanted.words} />
        <SubmitButton variant="secondary">{t('library.filter.show')}</SubmitButton>
        <Folded summary={t('library.filter.choose')} open={isChosen}>
          <div class="filter-fields">
            <Select
              {...choose(
                'theme',
                wanted.theme,
                themes.map(({ slug, name }) => named(slug, name)),
              )}
            />
            <Select
              {...choose(
                'series',
                wanted.series,
                allSeries.map(({ key, name }) => named(key, name)),
              )}
            />
            <Select
              {...choose(
                'year',
                wanted.year,
                years.map((year) => ({ value: String(year), label: String(year) })),
              )}
            />
            <Select {...choose('language', wanted.language, languageOptions(t))} />
            <Select {...choose('kind', wanted.kind, kindOptions(t))} />
          </div>
        </Folded>
        {!isEverything(wanted) && <a href={visit.to('/library')}>{t('library.filter.everything')}</a>}
      </Form>
    </search>
  )
}

const languageOptions = (t: Words): Option[] =>
  materialLanguages.map((one) => ({
    value: one,
    label: one === 'other' ? t('materials.language-other') : t(`programme.event.spoken-${one}`),
  }))

const kindOptions = (t: Words): Option[] =>
  materialKinds.map((kind) => ({ value: kind, label: t(`materials.kind.${kind}`) }))

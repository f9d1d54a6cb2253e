import { fileEndings } from '#platform/files.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { controlProps, Field } from '#platform/ui/field.tsx'
import {
  Check,
  Checks,
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
  ticked,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import { accessNotes, materialKinds, materialLanguages } from './material.rules.ts'
import type { Material } from './materials.sql.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  /** What is changed; null for a new one. */
  material: Material | null
}

export function EditMaterialPage(props: Props) {
  const { visit, event, material } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const list = {
    href: visit.to(`/office/events/${event.id}/materials`),
    label: t('materials.title'),
  }
  return (
    <Page
      visit={visit}
      title={material ? inLanguage(material.title, language) : t('materials.edit.add')}
      trail={[...eventTrail(visit, event), list]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form files>
        {!material && <input type="hidden" name="id" value={filledAt(props, 'id')} />}
        <WhatFields {...props} />
        <PlaceFields {...props} />
        <AccessFields {...props} />
        <Check
          t={t}
          name="consented"
          label={t('materials.field.consented')}
          hint={t('materials.hint.consented')}
          mistake={mistakeAt(t, props, 'consented')}
          checked={filledAt(props, 'consented') === 'yes'}
        />
        <Check
          t={t}
          name="published"
          label={t('materials.field.published')}
          hint={t('materials.hint.published')}
          checked={filledAt(props, 'published') === 'yes'}
        />
        <Actions>
          <SubmitButton>{t('materials.edit.save')}</SubmitButton>
          {material && (
            <SubmitButton variant="secondary" danger name="do" value="remove">
              {t('materials.edit.remove')}
            </SubmitButton>
          )}
        </Actions>
      </Form>
    </Page>
  )
}

const line = (props: Props, name: string) => {
  const { t } = props.visit
  return {
    t,
    name,
    label: t(`materials.field.${name}`),
    value: filledAt(props, name),
    mistake: mistakeAt(t, props, name),
  }
}

function WhatFields(props: Props) {
  const { t } = props.visit
  return (
    <>
      <Select
        {...line(props, 'kind')}
        options={materialKinds.map((kind) => ({ value: kind, label: t(`materials.kind.${kind}`) }))}
        none={t('materials.choose-kind')}
      />
      <TextsField
        t={t}
        name="title"
        label={t('materials.field.title')}
        value={textsAt(props, 'title')}
        mistakes={mistakesInWords(t, props)}
      />
      <TextField {...line(props, 'made_by')} hint={t('materials.hint.made_by')} required={false} />
      <Checks
        t={t}
        name="languages"
        label={t('materials.languages')}
        values={ticked(props, 'languages')}
        mistake={mistakeAt(t, props, 'languages')}
        options={materialLanguages.map((one) => ({
          value: one,
          label: one === 'other' ? t('materials.language-other') : t(`programme.event.spoken-${one}`),
        }))}
      />
    </>
  )
}

function PlaceFields(props: Props) {
  const { material } = props
  const { t } = props.visit
  const field = {
    ...{ t, name: 'file', label: t('materials.field.file'), required: false },
    hint: t(material?.file_name ? 'materials.hint.other-file' : 'materials.hint.file', {
      name: material?.file_name ?? '',
    }),
    mistake: mistakeAt(t, props, 'file'),
  }
  return (
    <>
      <TextField {...line(props, 'url')} type="url" hint={t('materials.hint.url')} required={false} />
      <Field {...field}>
        <input {...controlProps(field)} type="file" accept={fileEndings} />
      </Field>
    </>
  )
}

function AccessFields(props: Props) {
  const { t } = props.visit
  return (
    <>
      <Checks
        t={t}
        name="access"
        label={t('materials.access')}
        hint={t('materials.hint.access')}
        values={ticked(props, 'access')}
        options={accessNotes.map((one) => ({ value: one, label: t(`materials.access.${one}`) }))}
        required={false}
      />
      <TextsField
        t={t}
        name="access_note"
        label={t('materials.access-note')}
        value={textsAt(props, 'access_note')}
        mistakes={mistakesInWords(t, props)}
        rows={2}
        required={false}
      />
    </>
  )
}

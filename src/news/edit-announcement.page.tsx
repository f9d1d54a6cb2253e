import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import type { Picture } from '#platform/pictures.ts'
import { controlProps, Field } from '#platform/ui/field.tsx'
import {
  Check,
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  seenAt,
  SubmitButton,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Shown } from './announcement.page.tsx'
import { announcementState } from './announcement.rules.ts'
import { officeTrail, StateTag } from './office-list.page.tsx'
import type { AnnouncementRow } from './tables.ts'

interface Props extends Answered {
  visit: Visit
  /** What is changed; null for a new one. */
  announcement: AnnouncementRow | null
  picture: Picture | null
  /** The id that a new one will have. */
  id?: string
  /** It has just been saved. */
  saved?: boolean
}

export function EditAnnouncementPage(props: Props) {
  const { visit, announcement, saved = false } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={announcement ? inLanguage(announcement.title, language) : t('news.edit.new-title')}
      wrong={problems.length > 0}
      trail={officeTrail(visit)}
    >
      <Problems visit={visit} list={problems} />
      {saved && (
        <Notice kind="good" live>
          {t('news.edit.saved')}
        </Notice>
      )}
      {announcement && <Standing visit={visit} announcement={announcement} />}
      <Form files>
        <Words {...props} />
        <PictureFields {...props} />
        {!announcement && <input type="hidden" name="id" value={filledAt(props, 'id') ?? props.id} />}
        {/* What is stored now: after a refusal the writer has been told of it, and may write over it knowingly. */}
        <input type="hidden" name="seen" value={seenAt(props, announcement?.changed_at ?? '')} />
        <SubmitButton>{t(announcement ? 'news.edit.save' : 'news.edit.save-draft')}</SubmitButton>
      </Form>
    </Page>
  )
}

/** Whether it is shown to everybody, and the way to change that. */
function Standing({ visit, announcement }: { visit: Visit; announcement: AnnouncementRow }) {
  const { t, to } = visit
  const state = announcementState(announcement)
  const base = `/office/news/${announcement.id}`
  return (
    <>
      <p class="row">
        <StateTag visit={visit} state={state} />
        <a href={to(`/news/${announcement.slug}`)}>{t('news.edit.see')}</a>
      </p>
      <Actions>
        {state === 'published' ? (
          <LinkButton href={to(`${base}/take-down`)} variant="secondary">
            {t('news.take-down.title')}
          </LinkButton>
        ) : (
          <LinkButton href={to(`${base}/publish`)}>{t('news.publish.title')}</LinkButton>
        )}
      </Actions>
    </>
  )
}

function Words(props: Props) {
  const { visit, announcement } = props
  const { t } = visit
  const inAll = { t, mistakes: mistakesInWords(t, props) }
  return (
    <>
      <TextsField
        {...inAll}
        name="title"
        label={t('news.edit.title')}
        hint={t('news.edit.title-hint')}
        value={textsAt(props, 'title', announcement?.title)}
      />
      <TextsField
        {...inAll}
        name="lead"
        label={t('news.edit.lead')}
        hint={t('news.edit.lead-hint')}
        value={textsAt(props, 'lead', announcement?.lead)}
        rows={2}
      />
      <TextsField
        {...inAll}
        name="body"
        label={t('news.edit.body')}
        hint={t('news.edit.body-hint')}
        value={textsAt(props, 'body', announcement?.body)}
        rows={8}
        required={false}
      />
    </>
  )
}

function PictureFields(props: Props) {
  const { visit, announcement, picture } = props
  const { t } = visit
  const field = {
    t,
    name: 'picture',
    label: t(picture ? 'news.edit.other-picture' : 'news.edit.picture'),
    hint: t('news.edit.picture-hint'),
    mistake: mistakeAt(t, props, 'picture'),
    required: false,
  }
  return (
    <>
      {picture && announcement && (
        <>
          <Shown visit={visit} picture={picture} alt={announcement.picture_alt} />
          <Check
            t={t}
            name="remove_picture"
            label={t('news.edit.remove-picture')}
            checked={filledAt(props, 'remove_picture') === 'yes'}
          />
        </>
      )}
      <Field {...field}>
        <input
          {...controlProps(field)}
          type="file"
          accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
        />
      </Field>
      <TextsField
        t={t}
        name="picture_alt"
        label={t('news.edit.alt')}
        hint={t('news.edit.alt-hint')}
        value={textsAt(props, 'picture_alt', announcement?.picture_alt)}
        mistakes={mistakesInWords(t, props)}
      />
    </>
  )
}

import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { controlProps, Field } from '#platform/ui/field.tsx'
import { filledAt, Folded, Form, mistakeAt, SubmitButton, TextField } from '#platform/ui/form.tsx'
import type { LoadedTable } from './load-table.ts'
import type { Photo } from './photos.sql.ts'

interface Props extends Pick<LoadedTable, 'visit' | 'place' | 'photos' | 'round'> {
  photo?: Answered | undefined
  canWrite: boolean
}

/** What was drawn or written on paper, and the form for one more. */
export function PhotosSection({ visit, place, photos, round, photo = {}, canWrite }: Props) {
  const { t, to } = visit
  const ofRound = photos.filter((one) => one.round === round)
  if (!canWrite && ofRound.length === 0) return null
  return (
    <section class="stack" id="photos" aria-labelledby="photos-title">
      <h2 id="photos-title">{t('table-notes.photos')}</h2>
      {photos.map((one) => (
        <figure class="note-photo" data-photo-round={one.round} hidden={one.round !== round}>
          <PhotoPicture photo={one} address={`${to(place.base)}/photos/${one.id}`} />
          <figcaption>{one.alt}</figcaption>
          {canWrite && (
            <form method="post" action={`${to(place.base)}/photos`}>
              <input type="hidden" name="photo" value={one.id} />
              <SubmitButton variant="tertiary" danger name="do" value="remove">
                {t('table-notes.photo.remove')} <span class="unseen">{one.alt}</span>
              </SubmitButton>
            </form>
          )}
        </figure>
      ))}
      {canWrite && (
        <Folded summary={t('table-notes.photo.add')} open={Boolean(photo.mistakes ?? photo.refusal)}>
          <PhotoForm visit={visit} action={`${to(place.base)}/photos`} round={round} answered={photo} />
        </Folded>
      )}
    </section>
  )
}

export function PhotoPicture({ photo, address }: { photo: Photo; address: string }) {
  const { width, height, alt } = photo
  return <img src={address} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
}

interface FormProps {
  visit: Visit
  action: string
  round: number
  answered: Answered
}

function PhotoForm({ visit: { t }, action, round, answered }: FormProps) {
  const file = {
    ...{ t, name: 'file', label: t('table-notes.photo.file'), hint: t('table-notes.photo.file-hint') },
    mistake: mistakeAt(t, answered, 'file'),
  }
  return (
    <Form files action={action}>
      <input type="hidden" name="id" value={filledAt(answered, 'id')} />
      <input type="hidden" name="round" value={String(round)} />
      <Field {...file}>
        <input {...controlProps(file)} type="file" accept="image/*" />
      </Field>
      <TextField
        t={t}
        name="alt"
        label={t('table-notes.photo.alt')}
        hint={t('table-notes.photo.alt-hint')}
        autocomplete="off"
        value={filledAt(answered, 'alt')}
        mistake={mistakeAt(t, answered, 'alt')}
      />
      <SubmitButton variant="secondary" name="do" value="add">
        {t('table-notes.photo.keep')}
      </SubmitButton>
    </Form>
  )
}

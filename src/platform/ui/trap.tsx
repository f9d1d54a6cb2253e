import type { Visit } from '../http.ts'

/** People do not see this field; whoever finds it is told to leave it. */
export const Trap = ({ visit: { t } }: { visit: Visit }) => (
  <div class="trap" aria-hidden="true">
    <label for="website">{t('platform.form.trap')}</label>
    <input id="website" name="website" type="text" tabindex={-1} autocomplete="off" value="" />
  </div>
)

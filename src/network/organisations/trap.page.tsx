import type { Visit } from '#platform/http.ts'

/** People do not see this field; whoever finds it is told to leave it. Its name is not `website`, which is asked for. */
export const SecondTrap = ({ visit: { t } }: { visit: Visit }) => (
  <div class="trap" aria-hidden="true">
    <label for="second_website">{t('organisations.form.trap')}</label>
    <input id="second_website" name="second_website" type="text" tabindex={-1} autocomplete="off" value="" />
  </div>
)

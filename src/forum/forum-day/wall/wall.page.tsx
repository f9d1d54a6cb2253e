import { raw } from 'hono/html'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languageNames, languages, type Texts } from '#platform/language.ts'
import { Head } from '#platform/ui/head.tsx'
import type { View } from './load-board.tsx'

export interface WallProps {
  visit: Visit
  title: Texts
  /** The address of this wall, without language: '/wall/…'. */
  base: string
  view: View
  /** What is to be seen, drawn already, and which state of it that is. */
  board: string
  digest: string
  look: 'dark' | 'light'
}

/** How often a page without script asks again. */
const againSeconds = 15

const paths: Record<View, string> = {
  follow: '',
  proposals: '/proposals',
  cards: '/proposals?kinds=all',
  commitments: '/commitments',
}

/** A whole document for a projector: no header, no footer, and a bar of tools that goes away when nobody moves. */
export function WallPage(props: WallProps) {
  const { visit, title, base, view, board, digest, look } = props
  const { t, site } = visit
  const stream = `${visit.to(base)}/stream?view=${view}&seen=${digest}`
  const head = (
    <>
      <noscript>
        <meta http-equiv="refresh" content={String(againSeconds)} />
      </noscript>
      {site.assets['wall.js'] && <script type="module" src={site.assets['wall.js']} />}
    </>
  )
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={visit.language} data-color-scheme={look} class="wall-page">
        <Head
          visit={visit}
          title={t('forum-day.wall.title', { title: inLanguage(title, visit.language) })}
          head={head}
        />
        <body class="wall" data-look={look}>
          <main
            id="wall"
            data-stream={stream}
            data-now={Date.parse(visit.now)}
            data-lost={t('forum-day.wall.lost')}
            tabindex={-1}
          >
            {raw(board)}
          </main>
          <WallBar {...props} />
        </body>
      </html>
    </>
  )
}

function WallBar({ visit, base, view, look }: WallProps) {
  const { t, language } = visit
  const withLook = (path: string): string =>
    look === 'dark' ? path : `${path}${path.includes('?') ? '&' : '?'}look=light`
  const here = visit.to(`${base}${paths[view]}`)
  const other = look === 'dark' ? `${here}${here.includes('?') ? '&' : '?'}look=light` : here
  return (
    <footer class="wall-bar" id="wall-bar">
      <p id="wall-says" role="status" />
      <nav aria-label={t('forum-day.wall.tools')}>
        <ul>
          {(Object.keys(paths) as View[]).map((one) => (
            <li>
              <a
                href={withLook(visit.to(`${base}${paths[one]}`))}
                aria-current={one === view ? 'page' : undefined}
              >
                {t(`forum-day.wall.view.${one}`)}
              </a>
            </li>
          ))}
          <li>
            <a href={visit.to(`${base}/promise`)}>{t('forum-day.commitments.open-form')}</a>
          </li>
          <li>
            <a href={other}>{t(look === 'dark' ? 'forum-day.wall.light' : 'forum-day.wall.dark')}</a>
          </li>
          {languages
            .filter((one) => one !== language)
            .map((one) => (
              <li>
                <a href={withLook(`/${one}${base}${paths[view]}`)} lang={one} hreflang={one}>
                  {languageNames[one]}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <p class="wall-buttons" id="wall-buttons" hidden>
        <button type="button" id="wall-sound" aria-pressed="false">
          {t('forum-day.wall.sound')}
        </button>
        <button type="button" id="wall-still" aria-pressed="false">
          {t('forum-day.wall.still')}
        </button>
        <button type="button" id="wall-full">
          {t('forum-day.wall.full')}
        </button>
      </p>
    </footer>
  )
}

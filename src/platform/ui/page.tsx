import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Visit } from '../http.ts'
import { Footer, Header } from './frame.tsx'
import { Head } from './head.tsx'
import { type TrailStep, Trail } from './trail.tsx'

export interface PageProps {
  visit: Visit
  /** The page's name: the window's title and, unless `heading` says otherwise, the first heading. */
  title: string
  /** Something has to be put right: the window's title begins with "Fel:". */
  wrong?: boolean | undefined
  /** One sentence for search engines and for those who share the address. */
  description?: string | undefined
  /** All of the width instead of a column for reading. */
  wide?: boolean | undefined
  /** What stands as the first heading instead of the title; null when the page draws its own <h1>. */
  heading?: Child
  /** A sentence under the heading, in larger type. */
  lead?: Child
  /** The way here: the pages above this one, outermost first. */
  trail?: TrailStep[] | undefined
  /** More for <head>: JSON-LD and the like. */
  head?: Child
  /** A feed of this page's own. */
  feed?: { href: string; title: string; type: string } | undefined
  children?: Child
}

/** A whole document: every page of the site is one of these. */
export function Page(props: PageProps) {
  const { visit, title, wide = false, heading, lead, trail, children } = props
  return (
    <>
      {raw('<!doctype html>')}
      <html
        lang={visit.language}
        data-color-scheme="auto"
        class={visit.site.sample ? 'with-sample' : undefined}
      >
        <Head {...props} />
        <body>
          <Header visit={visit} />
          <main id="content" class={wide ? 'page wide' : 'page'} tabindex={-1}>
            {trail && <Trail t={visit.t} steps={trail} />}
            {heading !== null && <h1>{heading ?? title}</h1>}
            {lead && <p class="lead">{lead}</p>}
            {children}
          </main>
          <Footer visit={visit} />
        </body>
      </html>
    </>
  )
}

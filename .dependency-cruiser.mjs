/**
 * Who may know whom. docs/architecture.md draws the same arrows; test/boundaries holds one fault for every rule
 * here, and a test that each of them is reported.
 */

/** Which slices a slice may reach, besides the platform and the people. A new slice gets a line here. */
const arrows = {
  people: [],
  network: ['people'],
  partners: ['people', 'network'],
  programme: ['people', 'network'],
  forum: ['people', 'programme', 'network'],
  plan: ['people', 'forum', 'programme', 'network', 'partners'],
  ideas: ['people', 'partners', 'plan', 'forum', 'programme', 'network'],
  news: ['people', 'programme'],
  about: ['people'],
}

/** The roofs: they may reach everything, and nothing may reach them. */
const roofs = ['home', 'office', 'thread', 'sample']

const slices = [...Object.keys(arrows), ...roofs]

const ownArrows = Object.entries(arrows).map(([slice, reachable]) => ({
  name: `${slice}-keeps-to-its-arrows`,
  severity: 'error',
  from: { path: `^src/${slice}/` },
  to: { path: '^src/', pathNot: `^src/(${[slice, 'platform', ...reachable].join('|')})/` },
}))

const roofsStandApart = roofs.map((roof) => ({
  name: `${roof}-is-a-roof`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/(${roof}/|[^/]+\\.tsx?$)` },
  to: { path: `^src/${roof}/` },
}))

/** An action is a file called verb-noun.ts: no second dot in its name. */
const action = '^src/(?!platform/)[^/]+/[^/.]+-[^/.]+\\.ts$'

const kinds = [
  {
    name: 'rules-are-pure',
    severity: 'error',
    from: { path: '\\.rules\\.ts$' },
    // Which languages there are is a rule too, and so is the calendar, and how words are searched by.
    to: {
      pathNot: '\\.rules\\.ts$|^src/platform/(language|search|time|working-days)\\.ts$',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'pages-and-mails-do-not-fetch',
    severity: 'error',
    from: { path: '\\.(page\\.tsx|mail\\.tsx?)$' },
    to: { path: '\\.sql\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'only-sql-files-know-sql',
    severity: 'error',
    from: {
      path: '^src/',
      pathNot: '(\\.sql\\.ts|[/-]tables\\.ts)$|^src/platform/|^src/(app|server)\\.tsx?$',
    },
    to: { path: 'node_modules/(kysely|pg)/|^(node:)?sqlite$' },
  },
  {
    name: 'actions-know-no-pages',
    severity: 'error',
    from: { path: action },
    to: { path: 'node_modules/hono/|\\.page\\.tsx$|/routes\\.tsx$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'only-the-platform-talks-to-the-outside',
    severity: 'error',
    from: { path: '^src/[^/]+/', pathNot: '^src/platform/' },
    to: { path: '^(node:)?(net|tls|http|https|http2|dns|dgram|child_process)$|node_modules/nodemailer/' },
  },
]

const rooms = [
  {
    name: 'platform-knows-no-slice',
    severity: 'error',
    from: { path: '^src/platform/' },
    to: { path: '^src/(?!platform/)' },
  },
  {
    name: 'slices-meet-at-the-door',
    severity: 'error',
    from: { path: '^src/([^/]+)/', pathNot: '^src/platform/' },
    to: {
      path: '^src/([^/]+)/',
      pathNot: ['^src/$1/', '^src/platform/', '^src/[^/]+/(index|tables)\\.tsx?$'],
    },
  },
  {
    name: 'tables-are-types-to-others',
    severity: 'error',
    from: { path: '^src/([^/]+)/', pathNot: '^src/platform/' },
    to: {
      path: '^src/([^/]+)/tables\\.ts$',
      pathNot: '^src/$1/',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'every-slice-has-its-arrows',
    severity: 'error',
    from: { path: '^src/[^/]+/', pathNot: `^src/(platform|${slices.join('|')})/` },
    to: {},
  },
  {
    name: 'no-circles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
]

const ground = [
  { name: 'everything-is-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'the-program-knows-no-tests',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^(test|scripts)/' },
  },
  {
    name: 'the-program-runs-without-development-packages',
    severity: 'error',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
  },
]

export default {
  forbidden: [...kinds, ...rooms, ...ownArrows, ...roofsStandApart, ...ground],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.tsx?$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}

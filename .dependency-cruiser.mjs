/** The architecture, as a test. A rule's comment is what a person reads when it breaks. */
const domain = '^src/domain/';
const db = '^db/';
const proposals = '^src/proposals/';
const tools = '^tools/';
const agents = '^agents/';
const graphs = '^graphs/';
const gate = '^src/gate/';
const executor = '^src/executor/';
const outbox = '^src/outbox/';
const reports = '^src/reports/';
const intake = '^src/intake/';
const web = '^src/web/';
const plots = '^src/plots/';
const model = '^src/model/';
const http = '^src/http/';
/** The bin only starts the composition root. */
const cli = '^src/cli/(?!bin[.]mjs$)';
const composition = '^src/(composition/|main[.]ts$)';
/** Types handed down by main. */
const handedDown = '^src/(config|logger)[.]ts$';
const connectors = '^src/connectors/';
const sandbox = '^src/connectors/sandbox/';
const reading = '^src/connectors/[^/]+/read[.]ts$';
const writing = '^src/connectors/[^/]+/write[.]ts$';
const tests = '([.]test[.]tsx?$|^src/tidy/|(^|/)testing/)';

/** Folder → what it may import besides itself. What is not listed is forbidden. */
const LAYERS = [
  [domain, [], 'The domain knows nothing outside itself.'],
  [db, [domain], 'Queries speak SQL and domain types.'],
  [proposals, [domain, db], 'Proposing writes one row and nothing else.'],
  [gate, [domain, db], 'A decision is a person, a row and a policy.'],
  [executor, [domain, db], 'The executor commits effects; the outbox carries them out.'],
  [outbox, [domain, db, connectors], 'Only the outbox calls the outside.'],
  [tools, [domain, db, proposals, reading], 'A tool reads, or proposes.'],
  [agents, [domain, tools, model], 'An agent is a prompt, tools, an output and limits.'],
  [graphs, [domain, db, proposals, tools, agents], 'A graph is the order of work.'],
  [intake, [domain, db, graphs, reading], 'Intake turns what arrives into rows and events.'],
  [reports, [domain, db, plots], 'Reports read only.'],
  [plots, [domain], 'A plot is a function of figures.'],
  [model, [domain], 'Engines turn text into typed answers.'],
  [sandbox, [domain, db], 'The sandbox network keeps its own receipts.'],
  ['^src/connectors/(?!sandbox/)', [domain], 'A connector speaks one system.'],
  [http, [domain, db, intake, gate, reports, plots, tools, reading], 'One route per file.'],
  [cli, [domain, db, intake, gate, reports, plots, tools, reading, handedDown], 'One command per file.'],
  [web, [domain, plots], 'The page knows types, domain and plots.'],
];

export default {
  forbidden: [
    ...LAYERS.map(([path, mayImport, comment]) => ({
      name: `layer ${path}`,
      severity: 'error',
      comment,
      from: { path, pathNot: tests },
      to: { path: '^(src|db|tools|agents|graphs|evals)/', pathNot: [path, ...mayImport] },
    })),
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'No I/O, clock, chance or framework: zod, the statistics library, node:assert, node:crypto (hashes).',
      from: { path: domain, pathNot: tests },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev'],
        pathNot: [
          'node_modules/zod/',
          'node_modules/@stdlib/',
          'node_modules/simple-statistics/',
          '^(node:)?(assert|crypto)$',
        ],
      },
    },
    {
      name: 'no-model-reaches-the-outside',
      severity: 'error',
      comment:
        'No path, however long, from a model-driven part to the gate, the executor or a writing connector.',
      from: { path: [tools, agents, graphs, proposals], pathNot: tests },
      to: { reachable: true, path: [gate, executor, outbox, writing] },
    },
    {
      name: 'only-the-outbox-writes',
      severity: 'error',
      comment: 'Writing connectors have one caller; the composition root hands them to it.',
      from: { pathNot: [outbox, connectors, composition, tests] },
      to: { path: writing },
    },
    {
      name: 'nobody-imports-evals',
      severity: 'error',
      comment: 'Evals watch; they are not watched.',
      from: { pathNot: '^evals/' },
      to: { path: '^evals/' },
    },
    { name: 'no-cycles', severity: 'error', comment: 'No circles.', from: {}, to: { circular: true } },
    {
      name: 'no-dead-files',
      severity: 'error',
      comment: 'Nothing uses this file.',
      from: { orphan: true, pathNot: [tests, '^[^/]+[.]config[.]ts$', '[.]d[.]ts$'] },
      to: {},
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'src/web/dist' },
  },
};

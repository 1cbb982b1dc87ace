/** Findings in the form that code hosts show beside the lines: SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import { pathToFileURL } from 'node:url'
import type { Severity } from '../src/core/task-definition/linter/finding.ts'
import { rules } from '../src/core/task-definition/linter/registry.ts'
import { typeRules } from '../src/core/task-definition/linter/type-rules.ts'
import { translate } from '../src/i18n/translate.ts'
import type { FileReport } from './lint-file.ts'
import { pathText } from './lint-formats.ts'
import type { SourcePlace } from '../src/core/task-definition/clean/source-places.ts'

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' }

/** Of files, not of definitions. */
const fileRules = [
  { id: 'unreadable', shortDescription: { text: 'The file can be read.' } },
  { id: 'not-a-definition', shortDescription: { text: 'The file is a task definition.' } },
]

export function sarifReport(reports: readonly FileReport[]): string {
  const described = [
    ...fileRules,
    ...[...typeRules, ...rules].map(({ id, summary, why, docs }) => ({
      id,
      shortDescription: { text: translate('en', summary) },
      fullDescription: { text: translate('en', why) },
      helpUri: docs,
    })),
  ]
  const run = {
    tool: { driver: { name: 'Tidegate lint-taskdef', rules: described } },
    columnKind: 'utf16CodeUnits',
    results: reports.flatMap(resultsOf),
  }
  return JSON.stringify(
    { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] },
    null,
    2,
  )
}

function resultsOf({ file, problems, findings }: FileReport): object[] {
  return [
    ...problems.map(({ line, column, message }) => ({
      ruleId: 'unreadable',
      level: 'error',
      message: { text: translate('en', message) },
      locations: [locationOf(file, { line, column, endLine: line, endColumn: column + 1 })],
    })),
    ...findings.map(({ rule, severity, path, message, place }) => ({
      ruleId: rule,
      level: levels[severity],
      message: { text: translate('en', message) },
      locations: [
        {
          ...locationOf(file, place),
          ...(path.length > 0 && { logicalLocations: [{ fullyQualifiedName: pathText(path) }] }),
        },
      ],
    })),
  ]
}

function locationOf(file: string, place: SourcePlace | undefined): object {
  // In a name, # and : would begin a fragment and end a scheme.
  const relative = file.split('/').map(encodeURIComponent).join('/')
  const uri = file.startsWith('/') ? pathToFileURL(file).href : relative
  return {
    physicalLocation: {
      artifactLocation: { uri },
      ...(place && {
        region: {
          startLine: place.line,
          startColumn: place.column,
          endLine: place.endLine,
          endColumn: place.endColumn,
        },
      }),
    },
  }
}

/** What linting says: lines for people, JSON for programs. */
import { translate } from '../src/i18n/translate.ts'
import type { JsonPath } from '../src/core/task-definition/json.ts'
import { withPlace } from '../src/core/task-definition/text.ts'
import type { FileReport, PlacedFinding } from './lint-file.ts'

/** `containerDefinitions[0].memory`; of the whole definition, an empty text. */
export function pathText(path: JsonPath): string {
  return path
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`
      return /^[\w$-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`
    })
    .join('')
    .replace(/^\./, '')
}

/** One array with an object for each file. */
export function jsonReport(reports: readonly FileReport[]): string {
  return JSON.stringify(reports.map(fileJson), null, 2)
}

function fileJson({ file, kind, reading, problems, cleaned, findings }: FileReport): object {
  return {
    file,
    parse: {
      ok: reading !== 'none' && problems.length === 0,
      kind,
      reading,
      problems: problems.map((problem) => ({
        line: problem.line,
        column: problem.column,
        message: translate('en', withPlace(problem)),
      })),
    },
    cleaned: cleaned.map(({ id, message, path }) => ({
      id,
      message: translate('en', message),
      ...(path && { path: pathText(path) }),
    })),
    findings: findings.map(({ rule, severity, path, message, fix, place }) => ({
      rule,
      severity,
      path: pathText(path),
      message: translate('en', message),
      ...(place && { line: place.line, column: place.column }),
      ...(fix && { fix: { title: translate('en', fix.title), safe: fix.safe, changes: fix.changes } }),
    })),
  }
}

/** One line for each problem and finding, as compilers write them, and a line that counts. */
export function textReport(reports: readonly FileReport[]): string[] {
  const lines = reports.flatMap((report) => [
    ...problemLines(report),
    ...cleanedLines(report),
    ...report.findings.map((finding) => findingLine(report.file, finding)),
  ])
  const all = reports.flatMap(({ findings }) => findings)
  const count = (severity: PlacedFinding['severity']): number =>
    all.filter((finding) => finding.severity === severity).length
  const unread = reports.filter(({ problems }) => problems.length > 0).length
  const files = `${reports.length} ${reports.length === 1 ? 'file' : 'files'}`
  const counts = `${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}, ${count('info')} to know`
  return [...lines, `${files}: ${counts}${unread > 0 ? `; ${unread} refused` : ''}`]
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function problemLines({ file, problems }: FileReport): string[] {
  return problems.map(
    ({ line, column, message }) => `${file}:${line}:${column}: refused: ${translate('en', message)}`,
  )
}

/** Steps of one kind share a line: a described definition has dozens of nulls. */
function cleanedLines({ file, cleaned }: FileReport): string[] {
  const kinds = new Map<string, number>()
  for (const { id } of cleaned) kinds.set(id, (kinds.get(id) ?? 0) + 1)
  if (kinds.size === 0) return []
  const counts = [...kinds].map(([id, count]) => (count > 1 ? `${id} ×${count}` : id))
  return [`${file}: cleaned first: ${counts.join(', ')}`]
}

function findingLine(file: string, { rule, severity, path, message, fix, place }: PlacedFinding): string {
  const at = place ? `${file}:${place.line}:${place.column}` : file
  const where = path.length > 0 ? ` ${pathText(path)}:` : ''
  const mend = fix ? ` [${translate('en', fix.title)}]` : ''
  return `${at}: ${severity} ${rule}:${where} ${translate('en', message)}${mend}`
}

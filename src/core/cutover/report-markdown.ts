/** A report as Markdown, which every tool of a team shows: pictures of the metrics are inside. */
import { shownName } from '../dns/name.ts'
import type { RecordSet } from '../dns/record-set.ts'
import type { RuleActionRecord } from './params.ts'
import { recordText } from './print-records.ts'
import type { CheckLine, CutoverReport, Say } from './report.ts'
import { metricPicture } from './report-picture.ts'
import { outcomeWords, reportWords as words, resultWords, simulatedWords } from './report-words.ts'

export function reportMarkdown(report: CutoverReport, say: Say): string {
  const sections = [
    head(report, say),
    section(say(words.plan), planTable(report, say)),
    section(say(words.times), timesTable(report, say)),
    section(say(words.writes), writesTable(report, say)),
    ...records(report, say),
    section(say(words.preflight), checks(report.preflight, say)),
    section(say(words.access), bullets(report.access, say)),
    section(say(words.verifications), checks(report.verifications, say)),
    section(say(words.guards), checks(report.guards, say)),
    section(say(words.attested), bullets(report.attested, say)),
    section(say(words.metrics), metrics(report, say)),
    section(say(words.log), log(report, say)),
  ]
  return `${sections.join('\n\n')}\n`
}

function head(report: CutoverReport, say: Say): string {
  const { hostname, zone, id, outcome, began, ended, target } = report
  const simulated = simulatedWords(report)
  const facts: [string, string][] = [
    [say(words.zone), `${shownName(zone.name)} (${zone.id})`],
    [say(words.cutover), id],
    [say(words.began), began],
    [say(words.ended), ended],
    [say(words.service), `${target.cluster} / ${target.service}`],
    [say(words.loadBalancer), target.loadBalancer],
  ]
  return [
    `# ${inline(say(words.title, { name: shownName(hostname) }))}`,
    ...(simulated ? [`> **${say(simulated)}**`] : []),
    `**${say(outcomeWords[outcome])}** ${say(standing(report))}`,
    facts.map(([name, value]) => `- ${name}: ${inline(value)}`).join('\n'),
  ].join('\n\n')
}

function standing({ isOriginal }: CutoverReport) {
  if (isOriginal === null) return words.unread
  return isOriginal ? words.original : words.changed
}

function planTable({ plan }: CutoverReport, say: Say): string {
  return table(
    [say(words.state), say(words.share), say(words.wait)],
    plan.states.map(({ label, share, waitMs }) => [
      label,
      share === null ? '–' : `${share} %`,
      say(words.minutes, { n: Math.ceil(waitMs / 60_000) }),
    ]),
    say,
  )
}

function timesTable({ times }: CutoverReport, say: Say): string {
  return table(
    [say(words.state), say(words.reached), say(words.inSync)],
    times.map(({ state, at, inSyncAt }) => [state, at, inSyncAt ?? '–']),
    say,
  )
}

function writesTable({ writes }: CutoverReport, say: Say): string {
  return table(
    [say(words.when), say(words.what), say(words.changeId), say(words.requestId)],
    writes.map(({ at, what, changeId, requestId }) => [at, what, changeId, requestId ?? '–']),
    say,
  )
}

function records({ before, after }: CutoverReport, say: Say): string[] {
  return [
    section(say(words.before), recordLines(before.records, say)),
    ...actionLines(say(words.actionsBefore), before.actions),
    ...(after
      ? [
          section(say(words.after), recordLines(after.records, say)),
          ...actionLines(say(words.actionsAfter), after.actions),
        ]
      : []),
  ]
}

function recordLines(given: readonly RecordSet[], say: Say): string {
  return given.length === 0 ? say(words.none) : code(given.map(recordText).join('\n'))
}

function actionLines(title: string, actions: readonly RuleActionRecord[] | undefined): string[] {
  return actions ? [section(title, code(JSON.stringify(actions, undefined, 2)))] : []
}

function checks(lines: readonly CheckLine[], say: Say): string {
  return bullets(
    lines.map(({ id, title, result, said, evidence }) => {
      const proof = evidence.length === 0 ? [] : [`(${evidence.join('; ')})`]
      return [`${id} ${title} – ${say(resultWords[result])}.`, ...said, ...proof].join(' ')
    }),
    say,
  )
}

function metrics(report: CutoverReport, say: Say): string {
  const marks = report.times.map(({ at, state }) => ({ at, label: state }))
  const parts = report.metrics.map((metric) => {
    const picture = metricPicture(metric, marks)
    const names = metric.series.map(({ label }) => label)
    const moments = [...new Set(metric.series.flatMap(({ points }) => points.map(({ at }) => at)))].toSorted()
    const values = metric.series.map(({ points }) => new Map(points.map(({ at, value }) => [at, value])))
    const rows = moments.map((at) => [at, ...values.map((byTime) => String(byTime.get(at) ?? '–'))])
    const drawn =
      picture === undefined ? [] : [`![${inline(metric.title)}](data:image/svg+xml,${percent(picture)})`]
    return [`### ${inline(metric.title)}`, ...drawn, table([say(words.when), ...names], rows, say)].join(
      '\n\n',
    )
  })
  return parts.length === 0 ? say(words.none) : parts.join('\n\n')
}

function log({ log: entries }: CutoverReport, say: Say): string {
  return bullets(
    entries.map(({ at, text }) => `${at} ${text}`),
    say,
  )
}

function section(title: string, body: string): string {
  return `## ${title}\n\n${body}`
}

function bullets(lines: readonly string[], say: Say): string {
  return lines.length === 0 ? say(words.none) : lines.map((each) => `- ${inline(each)}`).join('\n')
}

function table(header: readonly string[], rows: readonly (readonly string[])[], say: Say): string {
  if (rows.length === 0) return say(words.none)
  return [line(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(line)].join('\n')
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(inline).join(' | ')} |`
}

/** Longer than any run of backticks inside. */
function code(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text}\n${fence}`
}

/** What AWS or people wrote is text, never markup. */
function inline(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|#]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ')
}

function percent(svg: string): string {
  return encodeURIComponent(svg).replaceAll(/[()']/g, (each) => `%${each.charCodeAt(0).toString(16)}`)
}

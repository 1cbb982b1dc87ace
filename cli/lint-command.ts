/** `npm run lint-taskdef` as a function: words in, an exit code out. */
import { readFileSync } from 'node:fs'
import { AwsProblem } from '../src/core/problem.ts'
import type { LintContext } from '../src/core/task-definition/linter/context.ts'
import { connect, type Outside } from './cutover-outside.ts'
import { hasError, lintFile } from './lint-file.ts'
import { jsonReport, textReport } from './lint-formats.ts'
import { type LintOptions, readLintOptions } from './lint-options.ts'
import { sarifReport } from './lint-sarif.ts'
import { targetContext } from './lint-target.ts'
import { UsageError } from './options.ts'

/** 0: no errors. 1: errors, or a file that is refused. 2: nothing was linted, because of how it was asked or what AWS said. */
export async function lintTaskdef(words: readonly string[], outside: Outside): Promise<number> {
  try {
    const options = readLintOptions(words)
    const context = await contextOf(options, outside)
    const reports = options.files.map((file) => lintFile(file, read(file), { asIs: options.asIs, context }))
    if (options.format === 'json') outside.say(jsonReport(reports))
    else if (options.format === 'sarif') outside.say(sarifReport(reports))
    else for (const line of textReport(reports)) outside.say(line)
    return reports.some(hasError) ? 1 : 0
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof AwsProblem)) throw error
    outside.complain(error.message)
    return 2
  }
}

async function contextOf(options: LintOptions, outside: Outside): Promise<LintContext> {
  const { service, launchType, region } = options
  if (!service) return launchType === undefined ? {} : { launchType }
  const { AWS_REGION, AWS_DEFAULT_REGION } = outside.environment
  if (region === undefined && AWS_REGION === undefined && AWS_DEFAULT_REGION === undefined)
    throw new UsageError('In which Region is the service? --region or AWS_REGION tells it')
  return targetContext(connect(options, outside), service, launchType)
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file)
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** `npm run cutover` as a function: words in, an exit code out. */
import { AwsProblem } from '../src/core/problem.ts'
import { readCutoverOptions, type CutoverOptions } from './cutover-options.ts'
import { connect, type Outside } from './cutover-outside.ts'
import { showPlan } from './cutover-plan.ts'
import { cleanUp, exitCodes, rollBack } from './cutover-rollback.ts'
import { showStatus } from './cutover-status.ts'
import { UsageError } from './options.ts'

const commands = {
  plan: showPlan,
  status: showStatus,
  rollback: rollBack,
  cleanup: cleanUp,
} satisfies Record<CutoverOptions['command'], unknown>

/** 0: done. 1: it could not be done as asked, and nothing was changed. 2: somebody must look. */
export async function cutover(words: readonly string[], outside: Outside): Promise<number> {
  try {
    const options = readCutoverOptions(words)
    return await commands[options.command](connect(options, outside), options, outside)
  } catch (error) {
    const line = mistakeOf(error)
    if (line === undefined) throw error
    outside.complain(line)
    return exitCodes.refused
  }
}

function mistakeOf(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message
  return error instanceof AwsProblem ? error.message : undefined
}

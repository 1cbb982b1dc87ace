/** The rollback file of a cutover, once more: it may have been lost since the start. */
import { rollbackFile, rollbackFileName, rollbackFileText } from '../../../core/cutover/rollback-file.ts'
import type { Run } from '../../../core/cutover/run.ts'
import { download } from '../parts/download.ts'

/** `now`: ms since the epoch. `account`: twelve digits. */
export function downloadRollbackFile(
  { plan, id }: Pick<Run, 'plan' | 'id'>,
  account: string,
  now: number,
): void {
  const file = rollbackFile(plan, { id, createdAt: now, account })
  download(rollbackFileName(plan.hostname, id), rollbackFileText(file), 'application/json')
}

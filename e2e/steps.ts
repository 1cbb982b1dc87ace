/** Steps that several areas share: go on within the open page, and ask the journal what was called. */
import type { Page } from '@playwright/test'
import type { JournalEntry, World } from './fixtures.ts'

/** Goes to `path` as a click on a link does: no reload, no new sign-in. */
export async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((href) => {
    const link = document.createElement('a')
    link.href = href
    document.body.append(link)
    link.click()
    link.remove()
  }, path)
}

/** Calls to `name` (`ecs:DescribeServices`, or `elbv2:` for all of a service), in order; of one outcome if given. */
export async function callsTo(world: World, name: string, outcome?: string): Promise<JournalEntry[]> {
  const journal = await world.journal()
  return journal.filter(
    (entry) =>
      entry.type === 'call' &&
      entry.name.startsWith(name) &&
      (outcome === undefined || entry.outcome === outcome),
  )
}

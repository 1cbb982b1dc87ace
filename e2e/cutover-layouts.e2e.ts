/** Every layout of records that there is in scenario `migration`: moved for good, and taken back from the middle. */
import { expect, test } from './cutover-steps.ts'
import { begin, endHold, reach, removeJournal, rollBack } from './cutover-drive.ts'
import { layouts, movedRecords } from './cutover-layouts.ts'
import { status } from './cutover-watching.ts'
import { expectZone, readZone, withRecords } from './cutover-zone.ts'

test.describe.configure({ timeout: 240_000 })

for (const layout of layouts) {
  const { hostname } = layout.move
  const middle = layout.isSwap ? 'Final' : '50 % new'

  test(`${layout.title}: to the end`, async ({ page, world, time }) => {
    const stage = { page, world, time }
    const started = await begin(stage, layout)
    const { zone, before, plan } = started
    if (!layout.isSwap) await endHold(stage, 'Take the last step for this reason')
    const last = await reach(stage, layout, started, 'Final')
    await endHold(stage, 'Finish for this reason')
    await time.until(status(page, 'Finished'), 5)

    const moved = await movedRecords(world, layout)
    expect(plan.map(({ records }) => records).at(-1)).toEqual(moved)
    const records = withRecords(before, hostname, moved)
    const claim = new RegExp(` i=${last} hi=${last} st=done `)
    await expectZone(world, zone, { hostname, records, claim })
    await removeJournal(stage)
    expect(await readZone(world, zone)).toStrictEqual(records)
  })

  test(`${layout.title}: back from “${middle}”`, async ({ page, world, time }) => {
    const stage = { page, world, time }
    const started = await begin(stage, layout)
    const { zone, before } = started
    const highest = await reach(stage, layout, started, middle)
    await rollBack(stage)
    const claim = new RegExp(` i=0 hi=${highest} st=rolledback `)
    await expectZone(world, zone, { hostname, records: before, claim })
    await removeJournal(stage)
    expect(await readZone(world, zone)).toStrictEqual(before)
  })
}

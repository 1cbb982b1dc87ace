/** The way back from every step of a cutover, for the record that caches keep longest and for the one that must change its type. */
import { expect, test } from './cutover-steps.ts'
import { begin, endHold, reach, removeJournal, rollBack } from './cutover-drive.ts'
import { portal, www } from './cutover-layouts.ts'
import { status } from './cutover-watching.ts'
import { expectZone, readZone } from './cutover-zone.ts'

test.describe.configure({ timeout: 240_000 })

/** 50 % is where every layout is taken back from. */
const states = ['TTL lowered', '0 % new', '100 % new', 'Final'] as const

for (const layout of [www, portal]) {
  const { title, move } = layout
  const { hostname } = move

  test(`${title}: given up before the first step`, async ({ page, world, time }) => {
    const stage = { page, world, time }
    const { zone, before } = await begin(stage, { ...layout, move: { ...move, tick: [] } })
    await time.until(status(page, 'Ready'), 5)
    await rollBack(stage, 'Cancel the cutover')
    await expectZone(world, zone, { hostname, records: before, claim: / i=0 hi=0 st=rolledback / })
    await removeJournal(stage)
    expect(await readZone(world, zone)).toStrictEqual(before)
  })

  for (const state of states)
    test(`${title}: back from “${state}”`, async ({ page, world, time }) => {
      const stage = { page, world, time }
      const started = await begin(stage, layout)
      const { zone, before } = started
      if (state === 'Final') await endHold(stage, 'Take the last step for this reason')
      const highest = await reach(stage, layout, started, state)
      await rollBack(stage)
      const claim = new RegExp(` i=0 hi=${highest} st=rolledback `)
      await expectZone(world, zone, { hostname, records: before, claim })
      await removeJournal(stage)
      expect(await readZone(world, zone)).toStrictEqual(before)
    })
}

import { type ECSClient, ListServicesCommand, paginateListServices } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { arn, faultRig, names } from './fault-rig.ts'

async function listAll(
  ecs: ECSClient,
  limit = 20,
): Promise<{ arns: string[]; pages: number; tokens: (string | undefined)[] }> {
  const arns: string[] = []
  const tokens: (string | undefined)[] = []
  let nextToken: string | undefined
  do {
    const page = await ecs.send(new ListServicesCommand({ nextToken }))
    arns.push(...(page.serviceArns ?? []))
    nextToken = page.nextToken
    tokens.push(nextToken)
  } while (nextToken !== undefined && tokens.length < limit)
  return { arns, pages: tokens.length, tokens }
}

describe('pages', () => {
  it.each([1, 2, 3])(
    'empty-page: page %d comes empty, and following its token gives the right set',
    async (nth) => {
      const { ecs, set } = faultRig()
      set({ kind: 'empty-page', match: { operation: 'ListServices', nth } })
      expect(await listAll(ecs)).toMatchObject({ arns: names.map(arn), pages: 4 })
    },
  )

  it('empty-page: may happen many times in a row', async () => {
    const { ecs, set } = faultRig()
    set({ kind: 'empty-page', times: 3 })
    const found: string[] = []
    for await (const page of paginateListServices({ client: ecs }, {}))
      found.push(...(page.serviceArns ?? []))
    expect(found).toEqual(names.map(arn))
  })

  it('repeated-token: leads in a circle', async () => {
    const { ecs, set } = faultRig()
    set({ kind: 'repeated-token', match: { operation: 'ListServices' } })
    const { tokens, arns } = await listAll(ecs, 6)
    expect(tokens.length).toBe(6)
    expect(new Set(tokens).size).toBe(1)
    expect(new Set(arns)).toEqual(new Set([arn('a'), arn('b')]))
  })

  it('leave calls without pages alone', async () => {
    const { world, faults, set, describeA } = faultRig()
    set({ kind: 'empty-page' })
    set({ kind: 'repeated-token' })
    expect((await describeA()).services).toHaveLength(2)
    expect(faults.list(world).map(({ hits }) => hits)).toEqual([0, 0])
  })
})

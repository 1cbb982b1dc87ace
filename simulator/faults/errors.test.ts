import { describe, expect, it } from 'vitest'
import { arn, effects, faultRig } from './fault-rig.ts'

describe('errors instead of answers', () => {
  it("throttle: the protocol's own code, and nothing happens", async () => {
    const { world, set, update, targetGroups, outcome } = faultRig()
    set({ kind: 'throttle' })
    await expect(update()).rejects.toMatchObject({ name: 'ThrottlingException' })
    await expect(targetGroups()).rejects.toMatchObject({ name: 'Throttling' })
    expect(effects(world)).toBe(0)
    expect(outcome()).toBe('Throttling')
  })

  it('server-error: 500 with a code of the service, or 503', async () => {
    const { set, describeA, targetGroups } = faultRig()
    set({ kind: 'server-error', times: 2 })
    await expect(describeA()).rejects.toMatchObject({
      name: 'ServerException',
      $metadata: { httpStatusCode: 500 },
    })
    await expect(targetGroups()).rejects.toMatchObject({ name: 'InternalFailure' })
    set({ kind: 'server-error', options: { status: 503 } })
    await expect(describeA()).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } })
  })

  it.each([
    [{}, 'because no identity-based policy allows the ecs:DescribeServices action'],
    [{ explicit: true }, 'with an explicit deny in an identity-based policy'],
    [{ policy: 'service control', explicit: true }, 'with an explicit deny in a service control policy'],
    [
      { policy: 'permissions boundary' },
      'because no permissions boundary allows the ecs:DescribeServices action',
    ],
  ])('deny: %j is worded as AWS does', async (options, ending) => {
    const { set, describeA } = faultRig()
    set({ kind: 'deny', options })
    await expect(describeA()).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: arn:aws:sts::123456789012:assumed-role/tidegate-administrator/tidegate is not authorized to perform: ecs:DescribeServices on resource: ${arn('a')} ${ending}`,
    })
  })

  it('expired: ExpiredTokenException in JSON, ExpiredToken in XML', async () => {
    const { set, describeA, targetGroups } = faultRig()
    set({ kind: 'expired' })
    await expect(describeA()).rejects.toMatchObject({ name: 'ExpiredTokenException' })
    await expect(targetGroups()).rejects.toMatchObject({ name: 'ExpiredToken' })
  })
})

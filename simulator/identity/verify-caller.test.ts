/** Keys that Cognito handed out, used rightly and wrongly. */
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { DescribeAutoScalingGroupsCommand, AutoScalingClient } from '@aws-sdk/client-auto-scaling'
import { ListHostedZonesCommand, Route53Client } from '@aws-sdk/client-route-53'
import { beforeEach, describe, expect, it } from 'vitest'
import { SdkHandler } from '../adapters/sdk-handler.ts'
import type { ClockMode } from '../simulator.ts'
import { type Simulator, createSimulator } from '../simulator.ts'
import type { World } from '../world/world.ts'
import { issueCognitoKeys } from './furnish.ts'

const roleArn = 'arn:aws:iam::123456789012:role/tidegate-viewer'
/** Real time, ms since the epoch. */
let now: number
let simulator: Simulator
let key: string
let keys: { accessKeyId: string; secretAccessKey: string; sessionToken: string }

/** A world that has handed out keys of a viewer. */
function begin(clock: ClockMode): void {
  simulator = createSimulator({ scenario: 'empty', clock, realNow: () => now })
  const { world } = simulator.control.load()
  const state: World = simulator.control.world({ key: world })
  keys = issueCognitoKeys(state, { roleArn, roleName: 'viewer', identityId: 'us-east-1:1' })
  key = simulator.control.load({ state }).world
}

beforeEach(() => {
  now = Date.now()
  begin('real')
})

const options = (more: Partial<typeof keys> = {}) => ({
  region: 'us-east-1',
  endpoint: 'http://127.0.0.1:4566',
  requestHandler: new SdkHandler(simulator.handle),
  credentials: { ...keys, ...more },
  maxAttempts: 1,
})

function call(more: Partial<typeof keys> = {}): Promise<unknown> {
  return new STSClient(options(more)).send(new GetCallerIdentityCommand({}))
}

describe('keys from the identity pool', () => {
  it('are good for every protocol', async () => {
    await expect(call()).resolves.toMatchObject({ Account: '123456789012' })
    await new AutoScalingClient(options()).send(new DescribeAutoScalingGroupsCommand({}))
    await new Route53Client(options()).send(new ListHostedZonesCommand({ MaxItems: 5 }))
  })

  it('must be used with their own secret and token', async () => {
    await expect(call({ secretAccessKey: 'guess' })).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
      $metadata: { httpStatusCode: 403 },
    })
    await expect(call({ sessionToken: 'guess' })).rejects.toMatchObject({ name: 'InvalidClientTokenId' })
    const wrong = new Route53Client(options({ secretAccessKey: 'guess' }))
    await expect(wrong.send(new ListHostedZonesCommand({ MaxItems: 5 }))).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    })
  })

  it('expire after an hour of world time', async () => {
    simulator.control.advance({ key, duration: 'PT1H' })
    await expect(call()).rejects.toMatchObject({ name: 'ExpiredToken' })
    expect(simulator.control.journal({ key })).toMatchObject([{ outcome: 'ExpiredToken' }])
  })
})

describe('the fault expired', () => {
  it('spares keys that are handed out after it was set', async () => {
    simulator.control.fault({ key, kind: 'expired' })
    await expect(call()).rejects.toMatchObject({ name: 'ExpiredToken' })
    const state: World = simulator.control.world({ key })
    const old = keys
    keys = issueCognitoKeys(state, { roleArn, roleName: 'viewer', identityId: 'us-east-1:1' })
    simulator.control.load({ state })
    await expect(call()).resolves.toMatchObject({ Account: '123456789012' })
    await expect(call(old)).rejects.toMatchObject({ name: 'ExpiredToken' })
  })
})

describe('the time of a signature', () => {
  it("must be within five minutes of the service's clock, which the refusal tells", async () => {
    now += 6 * 60_000
    const sts = new STSClient(options())
    await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toThrow(
      /^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 5 min\.\)$/,
    )
    // The SDK has learnt the time from the refusal.
    await expect(sts.send(new GetCallerIdentityCommand({}))).resolves.toMatchObject({
      Account: '123456789012',
    })
  })

  it('may not be ahead either', async () => {
    now -= 6 * 60_000
    begin('real')
    await expect(call()).rejects.toThrow(/^Signature not yet current: .* \+ 5 min\.\)$/)
  })

  it('may be further off where the world runs faster than its callers', async () => {
    begin({ times: 60 })
    now += 20_000
    await expect(call()).resolves.toMatchObject({ Account: '123456789012' })
  })

  it('is judged by the wrong clock while a fault has put it wrong', async () => {
    simulator.control.fault({ key, kind: 'clock-skew', options: { ms: 600_000 } })
    const sts = new STSClient(options())
    await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toThrow('Signature expired')
    await expect(sts.send(new GetCallerIdentityCommand({}))).resolves.toMatchObject({
      Account: '123456789012',
    })
    simulator.control.clear({ key })
    await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toThrow('Signature not yet current')
  })
})

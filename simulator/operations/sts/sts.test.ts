import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { openGate } from '../../open-gate.ts'
import { sts } from './registry.ts'

test('says who the keys belong to, the same each time', async () => {
  const client = new STSClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKID', secretAccessKey: 'secret' },
    requestHandler: new SdkHandler(createDispatch({ gate: openGate(), services: [sts] })),
    maxAttempts: 1,
  })
  const { $metadata: _metadata, ...identity } = await client.send(new GetCallerIdentityCommand({}))
  expect(identity).toEqual({
    Account: '123456789012',
    Arn: 'arn:aws:sts::123456789012:assumed-role/tidegate-viewer/CognitoIdentityCredentials',
    UserId: expect.stringMatching(/^AROA[A-Z2-7]{17}:CognitoIdentityCredentials$/) as string,
  })
  expect((await client.send(new GetCallerIdentityCommand({}))).UserId).toBe(identity.UserId)
})

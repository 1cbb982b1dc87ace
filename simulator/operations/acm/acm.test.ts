import { ACMClient, DescribeCertificateCommand, ListCertificatesCommand } from '@aws-sdk/client-acm'
import type { ListCertificatesCommandInput } from '@aws-sdk/client-acm'
import { expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { createCertificate } from '../../engine/certificates.ts'
import { fixedResponse } from '../../engine/elb/actions.ts'
import { createListener, createLoadBalancer } from '../../engine/elb/build.ts'
import { createClassicLoadBalancer } from '../../engine/elb/classic.ts'
import { REGION, START, testingWorld } from '../../engine/elb/testing-world.ts'
import { openGate } from '../../open-gate.ts'
import { acm } from './registry.ts'

const DAY = 24 * 60 * 60 * 1000

function start() {
  const world = testingWorld()
  const client = new ACMClient({
    region: REGION,
    credentials: { accessKeyId: 'AKIDTEST', secretAccessKey: 's' },
    requestHandler: new SdkHandler(createDispatch({ gate: openGate(world), services: [acm] })),
    maxAttempts: 1,
  })
  const describe = async (CertificateArn: string) =>
    (await client.send(new DescribeCertificateCommand({ CertificateArn }))).Certificate
  const names = async (input: ListCertificatesCommandInput) =>
    (await client.send(new ListCertificatesCommand(input))).CertificateSummaryList?.map(
      ({ DomainName }) => DomainName,
    )
  return { world, client, describe, names }
}

test('describes an issued certificate and who uses it', async () => {
  const { world, describe } = start()
  const { certificateArn } = createCertificate(world, REGION, {
    domainName: 'example.com',
    alternativeNames: ['*.example.com'],
  })
  expect(await describe(certificateArn)).toMatchObject({
    CertificateArn: certificateArn,
    DomainName: 'example.com',
    SubjectAlternativeNames: ['example.com', '*.example.com'],
    Status: 'ISSUED',
    Type: 'AMAZON_ISSUED',
    NotBefore: new Date(START),
    NotAfter: new Date(START + 198 * DAY),
    IssuedAt: new Date(START),
    InUseBy: [],
    RenewalEligibility: 'INELIGIBLE',
  })
  const { loadBalancerArn } = createLoadBalancer(world, REGION, { name: 'web' })
  createListener(world, REGION, {
    loadBalancerArn,
    protocol: 'HTTPS',
    certificateArns: ['arn:aws:acm:us-east-1:123456789012:certificate/other', certificateArn],
    defaultActions: [fixedResponse(404)],
  })
  createClassicLoadBalancer(world, REGION, {
    name: 'old',
    listeners: [
      {
        protocol: 'HTTPS',
        loadBalancerPort: 443,
        instanceProtocol: 'HTTP',
        instancePort: 80,
        sslCertificateId: certificateArn,
      },
    ],
  })
  expect(await describe(certificateArn)).toMatchObject({
    InUseBy: [loadBalancerArn, 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/old'],
    RenewalEligibility: 'ELIGIBLE',
  })
})

test('one that waits or failed is valid at no time; an imported one is never renewed', async () => {
  const { world, describe } = start()
  const waiting = createCertificate(world, REGION, { domainName: 'w.test', status: 'PENDING_VALIDATION' })
  const one = await describe(waiting.certificateArn)
  expect(one?.NotAfter).toBeUndefined()
  expect(one?.DomainValidationOptions).toMatchObject([{ ValidationStatus: 'PENDING_VALIDATION' }])
  const failed = createCertificate(world, REGION, {
    domainName: 'f.test',
    status: 'FAILED',
    failureReason: 'CAA_ERROR',
  })
  expect(await describe(failed.certificateArn)).toMatchObject({
    Status: 'FAILED',
    FailureReason: 'CAA_ERROR',
  })
  const imported = createCertificate(world, REGION, {
    domainName: 'i.test',
    type: 'IMPORTED',
    notAfter: START + DAY,
  })
  expect(await describe(imported.certificateArn)).toMatchObject({
    Type: 'IMPORTED',
    ImportedAt: new Date(START),
    NotAfter: new Date(START + DAY),
    RenewalEligibility: 'INELIGIBLE',
  })
})

test('lists by status and key, in pages', async () => {
  const { world, client, names } = start()
  createCertificate(world, REGION, { domainName: 'a.test' })
  createCertificate(world, REGION, { domainName: 'b.test', status: 'EXPIRED' })
  createCertificate(world, REGION, { domainName: 'c.test', keyAlgorithm: 'EC_prime256v1' })
  expect(await names({})).toEqual(['a.test', 'b.test'])
  expect(await names({ CertificateStatuses: ['ISSUED'] })).toEqual(['a.test'])
  const keyTypes = ['RSA_2048', 'EC_prime256v1'] as const
  expect(await names({ Includes: { keyTypes: [...keyTypes] } })).toEqual(['a.test', 'b.test', 'c.test'])
  const { NextToken } = await client.send(new ListCertificatesCommand({ MaxItems: 1 }))
  expect(await names({ MaxItems: 1, NextToken })).toEqual(['b.test'])
})

test.each([
  ['InvalidArnException', new DescribeCertificateCommand({ CertificateArn: 'arn:aws:iam::1:x/1234567890' })],
  [
    'ResourceNotFoundException',
    new DescribeCertificateCommand({
      CertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/none',
    }),
  ],
  ['ValidationException', new ListCertificatesCommand({ MaxItems: 1001 })],
  ['InvalidArgsException', new ListCertificatesCommand({ NextToken: 'x' })],
])('refuses with %s', async (name, command) => {
  await expect(start().client.send(command as never)).rejects.toMatchObject({ name })
})

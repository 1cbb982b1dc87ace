/** Certificates: one by ARN, and those of a listener. */
import { type CertificateDetail, DescribeCertificateCommand } from '@aws-sdk/client-acm'
import { DescribeListenerCertificatesCommand } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { Certificate, ListenerCertificate } from '../../core/acm/certificate.ts'
import { list, present, required, text, time } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { elbPageSize, elbv2 } from '../elb/elbv2.ts'
import { listAll } from '../list.ts'
import { acm } from './acm.ts'

/** The default one first, then those chosen by name. @throws AwsProblem */
export async function listListenerCertificates(
  aws: Aws,
  listenerArn: string,
  options?: CallOptions,
): Promise<ListenerCertificate[]> {
  const known = await listAll(
    aws,
    {
      service: elbv2,
      bucket: 'elb',
      command: (Marker) =>
        new DescribeListenerCertificatesCommand({ ListenerArn: listenerArn, PageSize: elbPageSize, Marker }),
      take: ({ Certificates, NextMarker }) => ({
        items: list(Certificates, 'Certificates').map(({ CertificateArn, IsDefault }) => ({
          arn: text(CertificateArn, 'CertificateArn'),
          isDefault: IsDefault ?? false,
        })),
        next: NextMarker,
      }),
      // The default certificate may be listed a second time among the others.
      id: ({ arn }) => arn,
    },
    options,
  )
  const described = await Promise.all(
    known.map(async (one): Promise<ListenerCertificate> => {
      if (!one.arn.includes(':acm:')) return one
      return { ...one, certificate: await getCertificate(aws, one.arn, options) }
    }),
  )
  return described.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault))
}

/** @throws AwsProblem of kind `not-found` */
export async function getCertificate(aws: Aws, arn: string, options?: CallOptions): Promise<Certificate> {
  const { value } = await call(
    aws,
    {
      service: acm,
      bucket: 'acm:describe',
      command: new DescribeCertificateCommand({ CertificateArn: arn }),
      take: ({ Certificate: found }) => toCertificate(required(found, 'Certificate')),
    },
    options,
  )
  return value
}

function toCertificate(detail: CertificateDetail): Certificate {
  const domainName = text(detail.DomainName, 'DomainName')
  return present({
    arn: text(detail.CertificateArn, 'CertificateArn'),
    domainName,
    names: [...new Set([domainName, ...(detail.SubjectAlternativeNames ?? [])])],
    status: detail.Status ?? 'unknown',
    type: detail.Type ?? 'unknown',
    notBefore: time(detail.NotBefore),
    notAfter: time(detail.NotAfter),
    renewalEligibility: detail.RenewalEligibility,
    failureReason: detail.FailureReason,
    keyAlgorithm: detail.KeyAlgorithm,
    inUseBy: detail.InUseBy ?? [],
  })
}

import {
  DescribeListenerCertificates$,
  type DescribeListenerCertificatesCommandInput,
  type DescribeListenerCertificatesCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { operation } from '../../operation.ts'
import { listenerByArn } from './look-up.ts'
import { page } from './page.ts'

/** Every certificate of a listener, the default one marked. */
export const DescribeListenerCertificates = operation<
  DescribeListenerCertificatesCommandInput,
  DescribeListenerCertificatesCommandOutput
>(DescribeListenerCertificates$, (input, { region }) => {
  const { certificateArns } = listenerByArn(region, input.ListenerArn ?? '')
  const { shown, NextMarker } = page(certificateArns, input, (arn) => arn)
  const Certificates = shown.map((arn) => ({ CertificateArn: arn, IsDefault: arn === certificateArns[0] }))
  return { Certificates, NextMarker }
})

import { expect, test } from 'vitest'
import { AwsError } from '../operation.ts'
import { commonError, inDialect, malformedInput, unknownOperation } from './common-errors.ts'

test('one meaning has each protocol’s code and status', () => {
  const codes = (['awsJson1_0', 'awsJson1_1', 'awsQuery', 'ec2Query', 'restXml'] as const).map((protocol) => {
    const { code, status } = commonError('throttled', protocol)
    return [code, status]
  })
  expect(codes).toEqual([
    ['ThrottlingException', 400],
    ['ThrottlingException', 400],
    ['Throttling', 400],
    ['RequestLimitExceeded', 503],
    ['Throttling', 400],
  ])
})

test('a message of one’s own replaces AWS’s usual one', () => {
  expect(commonError('throttled', 'awsQuery').message).toBe('Rate exceeded')
  expect(commonError('denied', 'awsQuery', 'User: x is not authorized').message).toBe(
    'User: x is not authorized',
  )
})

test('expired keys: one code in XML, but EC2 has its own', () => {
  const said = (['awsJson1_1', 'awsQuery', 'restXml', 'ec2Query'] as const).map((protocol) => {
    const { code, status, message } = commonError('expired', protocol)
    return [code, status, message]
  })
  const usual = 'The security token included in the request is expired'
  expect(said).toEqual([
    ['ExpiredTokenException', 400, usual],
    ['ExpiredToken', 403, usual],
    ['ExpiredToken', 403, usual],
    ['RequestExpired', 400, 'Request has expired.'],
  ])
})

test('an error in another protocol’s words is translated, with its message', () => {
  const json = new AwsError('ExpiredTokenException', 'The security token included in the request is expired')
  expect(inDialect(json, 'awsQuery')).toMatchObject({
    code: 'ExpiredToken',
    status: 403,
    message: json.message,
  })
  expect(inDialect(json, 'awsJson1_1')).toBe(json)
})

test('an error of one service only stays as it is', () => {
  const own = new AwsError('ClusterNotFoundException', 'Cluster not found.')
  expect(inDialect(own, 'awsQuery')).toBe(own)
})

test('malformed input and unknown operations', () => {
  expect(malformedInput('awsJson1_1', '')).toMatchObject({
    code: 'SerializationException',
    status: 400,
    message: '',
  })
  expect(malformedInput('ec2Query', 'x').code).toBe('InvalidParameterValue')
  expect(unknownOperation('Fly')).toMatchObject({ code: 'UnknownOperationException', status: 400 })
  expect(unknownOperation('Fly', 404).status).toBe(404)
})

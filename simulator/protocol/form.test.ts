import { DescribeInstances$ } from '@aws-sdk/client-ec2'
import { AddTags$ } from '@aws-sdk/client-elastic-load-balancing-v2'
import { describe, expect, test } from 'vitest'
import { everyKind$ } from './every-kind.ts'
import { readForm } from './form.ts'
import { operationShapes } from './schema.ts'

const { input } = operationShapes(everyKind$)
const query = (form: string) => readForm(input, new URLSearchParams(form), 'query')
const ec2 = (form: string) => readForm(input, new URLSearchParams(form), 'ec2')

describe('query forms', () => {
  test('reads scalars of every kind', () => {
    expect(
      query(
        'text=a%20b&Count=-1.5&Big=7&Flag=TRUE&Bytes=aGk%3D&Any=x&At=2026-01-02T03:04:05Z&AtEpoch=1767323045.5',
      ),
    ).toEqual({
      Text: 'a b',
      Count: -1.5,
      Big: 7,
      Flag: true,
      Bytes: expect.objectContaining({ length: 2 }) as unknown,
      Any: 'x',
      At: new Date('2026-01-02T03:04:05Z'),
      AtEpoch: new Date('2026-01-02T03:04:05.5Z'),
    })
  })

  test('reads lists in order of their numbers, gaps and all', () => {
    expect(
      query('Inners.member.10.Id=c&Inners.member.2.Id=b&Inners.member.2.Again.Id=d&Inners.other.1.Id=x'),
    ).toEqual({
      Inners: [{ Id: 'b', Again: { Id: 'd' } }, { Id: 'c' }],
    })
    expect(query('Flats.1=a&Flats.2=b&Flats.x=c')).toEqual({ Flat: ['a', 'b'] })
  })

  test('reads maps by entry, flattened maps by number', () => {
    expect(query('Map.entry.1.key=a&Map.entry.1.value.Id=x&FlatMap.1.K=b&FlatMap.1.V=2')).toEqual({
      Map: { a: { Id: 'x' } },
      FlatMap: { b: 2 },
    })
  })

  test('reads an empty list as one, and ignores what it does not know', () => {
    expect(query('Inners=&Map=&Action=EveryKind&Version=1&constructor.x=1&__proto__.y=2')).toEqual({
      Inners: [],
      Map: {},
    })
  })

  test.each([
    ['Count=abc', 'abc is not a valid number'],
    ['Count=', ' is not a valid number'],
    ['Count=Infinity', 'Infinity is not a valid number'],
    ['Flag=yes', 'yes is not a valid boolean'],
    ['At=tomorrow', 'timestamp must follow ISO8601: tomorrow'],
    ['text.x=1', 'Unexpected complex element termination at text'],
  ])('refuses %s', (form, message) => {
    expect(() => query(form)).toThrow(expect.objectContaining({ name: 'Unreadable', message }))
  })
})

describe('EC2 forms', () => {
  test('flattens lists and prefers the names that EC2 gives', () => {
    expect(ec2('TheText=a&Inners.1.Id=x&Inners.2.Id=y&Flats.1=z')).toEqual({
      Text: 'a',
      Inners: [{ Id: 'x' }, { Id: 'y' }],
      Flat: ['z'],
    })
  })

  test('reads DescribeInstances as the AWS CLI sends it', () => {
    const form = new URLSearchParams(
      'Action=DescribeInstances&Version=2016-11-15&InstanceId.1=i-1&InstanceId.2=i-2&Filter.1.Name=a&Filter.1.Value.1=b&Filter.1.Value.2=c&MaxResults=5&DryRun=true&NextToken=t',
    )
    expect(readForm(operationShapes(DescribeInstances$).input, form, 'ec2')).toEqual({
      InstanceIds: ['i-1', 'i-2'],
      Filters: [{ Name: 'a', Values: ['b', 'c'] }],
      MaxResults: 5,
      DryRun: true,
      NextToken: 't',
    })
  })
})

test('reads AddTags as AWS documents it', () => {
  const form = new URLSearchParams(
    'Action=AddTags&ResourceArns.member.1=arn:x&Tags.member.1.Key=project&Tags.member.1.Value=lima&Version=2015-12-01',
  )
  expect(readForm(operationShapes(AddTags$).input, form, 'query')).toEqual({
    ResourceArns: ['arn:x'],
    Tags: [{ Key: 'project', Value: 'lima' }],
  })
})
